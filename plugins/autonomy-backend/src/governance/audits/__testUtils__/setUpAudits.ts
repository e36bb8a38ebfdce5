import type { DecisionRight } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { setUpEvaluation } from '../../../__testUtils__/setUpEvaluation';
import type { ReadScope } from '../../../evaluation/reading/ReadScopes';
import { NoticesStore } from '../../../announcements';
import { AuditLog } from '../../auditlog';
import { BoardAccess } from '../../BoardAccess';
import { createMismatchReader } from '../../mismatches';
import { createAuditRound, createAudits } from '../createAudits';

export const CHECKOUT = 'component:default/checkout';
export const LEDGER = 'component:default/ledger';
export const ARTICLES = 'component:default/articles';
export const CENTRE = 'group:default/centre';
export const BOARD = 'group:default/payments-board';

/** When the third quarter of 2026 begins, in UTC milliseconds. */
export const QUARTER = Date.parse('2026-07-01T00:00:00Z');
export const DAY = 86_400_000;

/** What each user belongs to. Dan owns what he is on the board of. */
const GROUPS: Record<string, string[]> = {
  ann: ['group:default/team-a'],
  ben: ['group:default/team-b'],
  bob: [BOARD],
  dan: [BOARD, 'group:default/team-a'],
  cleo: [CENTRE],
  eve: [],
};

export const as = (name: string) => ({
  credentials: mockCredentials.user(`user:default/${name}`),
});

/** Trust audits and mismatches over a small company that was evaluated once; its quarter begins. */
export async function setUpAudits(
  knex: Knex,
  options: { boardsDecide?: boolean; isSettled?: boolean } = {},
) {
  const { boardsDecide = true, isSettled } = options;
  const t = await setUpEvaluation(knex, { isSettled });
  await t.sweep();
  await t.evaluateAll();
  t.clock.time = QUARTER;
  /** May be changed. */
  const world = {
    hidden: new Set<string>(),
    denied: false,
    scope: { visible: [], isEverything: true } as ReadScope,
  };
  const access = { mayRead: async (ref: string) => !world.hidden.has(ref) };
  const owners = {
    claims: async (credentials: BackstageCredentials) => {
      const { userEntityRef = '' } = credentials.principal as {
        userEntityRef?: string;
      };
      const name = userEntityRef.split('/')[1];
      return new Set([userEntityRef, ...(GROUPS[name] ?? [])]);
    },
  };
  const permissions = mockServices.permissions.mock({
    authorize: async requests =>
      requests.map(() => ({ result: world.denied ? 'DENY' : 'ALLOW' })) as any,
  });
  const boards = BoardAccess.create({
    ...t,
    access,
    boardsDecide,
    owners,
    permissions,
  });
  const scopes = { of: async () => world.scope } as any;
  const notices = NoticesStore.create({ knex });
  const service = createAudits({
    ...t,
    access,
    auditLog: AuditLog.create(),
    boards,
    centralBoard: CENTRE,
    evaluations: {
      get: async (ref: string) =>
        (await knex('evaluations').where('entity_ref', ref).first())?.body,
    },
    knex,
    notices,
    owners,
    permissions,
    scopes,
  });
  const areas = t.policy.policy.areas.map(({ id }) => id);
  return {
    ...t,
    areas,
    knex,
    mismatches: createMismatchReader({ ...t, knex, scopes }),
    newRound: () =>
      createAuditRound({
        ...t,
        boardsDecide,
        centralBoard: CENTRE,
        knex,
        notices,
      }),
    service,
    world,
    /** The same right for every area but those that are told. */
    rights: (
      right: DecisionRight,
      rest: Record<string, DecisionRight> = {},
    ): Record<string, DecisionRight> => ({
      ...Object.fromEntries(areas.map(area => [area, right])),
      ...rest,
    }),
    idOf: async (entityRef: string): Promise<string> =>
      (
        await knex('trust_audits')
          .where('entity_ref', entityRef)
          .whereIn('state', ['rating', 'comparing'])
          .first('id')
      )?.id,
    evaluation: async (entityRef: string) =>
      JSON.parse(
        (await knex('evaluations').where('entity_ref', entityRef).first()).body,
      ),
    told: () =>
      knex('notices')
        .where('entity_ref', CHECKOUT)
        .orderBy(['announcement_id', 'recipient_ref']),
    log: () =>
      knex('audit_log')
        .orderBy(['chain', 'sequence'])
        .select('chain', 'action', 'actor_ref', 'entity_ref', 'details'),
  };
}
