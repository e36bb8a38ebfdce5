import { autonomyProposalDecidePermission } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import { entity, organisation, setUpEvaluation } from '../../../__testUtils__';
import { AuditLog } from '../../auditlog';
import { createProposalDesk } from '../createProposals';
import { DatabaseProposals } from '../DatabaseProposals';
import { ProposalQueries } from '../ProposalQueries';
import type { NewOpening, ProposalOutcome } from '../types';

export const CHECKOUT = 'component:default/checkout';
export const CENTRE = 'group:default/centre';
export const BOARD = 'group:default/payments-board';

/** Boards with members, and a desk whose only matter writes down what became of it. */
export async function setUpDesk(
  knex: Knex,
  options: { members?: string[] } = {},
) {
  const { members = ['bob', 'cat', 'dan'] } = options;
  const t = await setUpEvaluation(knex);
  t.catalog.entities = [
    ...organisation(),
    entity('payments-board', {
      kind: 'Group',
      members: members.map(name => `user:default/${name}`),
    }),
    entity('centre', { kind: 'Group', members: ['user:default/cleo'] }),
  ];
  await t.sweep();
  const told: string[] = [];
  const settled: ProposalOutcome[] = [];
  const desk = createProposalDesk({
    ...t,
    auditLog: AuditLog.create(),
    centralBoard: CENTRE,
    knex,
    telling: {
      opened: async (_, { boardRef }) => void told.push(`to ${boardRef}`),
      decided: async (_, { id }, { state }) => void told.push(`${id} ${state}`),
    },
  });
  const refusal: { error?: Error } = {};
  desk.register({
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
    desk,
    knex,
    proposals: DatabaseProposals.create({ knex }),
    queries: ProposalQueries.create({ knex }),
    refusal,
    settled,
    told,
    open: (opening: Partial<NewOpening> = {}) =>
      knex.transaction(trx =>
        desk.open(
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
    vote: (id: string, name: string, vote: 'approve' | 'reject' = 'approve') =>
      desk.vote(id, {
        voterRef: `user:default/${name}`,
        vote,
        comment: `${name} says so`,
      }),
    log: () =>
      knex('audit_log')
        .orderBy('sequence')
        .select('chain', 'action', 'actor_ref'),
  };
}
