import { autonomyProposalDecidePermission } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import { setUpBoards } from '../../__testUtils__/setUpBoards';
import { ProposalQueries } from '../ProposalQueries';
import type { NewOpening, ProposalOutcome } from '../types';

export const CHECKOUT = 'component:default/checkout';

/** Boards whose only matter writes down what became of it. */
export async function setUpDesk(
  knex: Knex,
  groups: Record<string, string[]> = {},
  options: Parameters<typeof setUpBoards>[1] = {},
) {
  const t = await setUpBoards(knex, { groups, ...options });
  await t.sweep();
  const settled: ProposalOutcome[] = [];
  const refusal: { error?: Error } = {};
  t.desk.register({
    matter: 'cross-domain',
    permission: autonomyProposalDecidePermission,
    settle: async (_trx, _proposal, outcome) => {
      if (refusal.error) {
        throw refusal.error;
      }
      settled.push(outcome);
    },
  });
  return {
    ...t,
    queries: ProposalQueries.create({ knex }),
    refusal,
    settled,
    open: (opening: Partial<NewOpening> = {}) =>
      knex.transaction(trx =>
        t.desk.open(
          trx,
          {
            content: {
              matter: 'cross-domain',
              title: 'One gateway',
              domainRefs: [],
            },
            entityRef: CHECKOUT,
            evidence: [],
            isRequest: true,
            openedBy: 'user:default/ann',
            reason: 'Because it is needed',
            subject: 'gateway',
            ...opening,
          },
          t.clock.time,
        ),
      ),
    log: () =>
      knex('audit_log')
        .orderBy('sequence')
        .select('chain', 'action', 'actor_ref'),
  };
}
