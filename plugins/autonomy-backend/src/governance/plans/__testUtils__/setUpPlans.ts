import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { BackstageUserPrincipal } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { LEVEL_2_FACTS } from '../../../__testUtils__/setUpEvaluation';
import { NoticesStore } from '../../../announcements';
import { DefaultCatalogVisibility } from '../../../evaluation/reading';
import { OwnerAccess } from '../../../permissions';
import type { AsUser } from '../../AsUser';
import { linkAction } from '../../audits';
import { BoardAccess } from '../../BoardAccess';
import { BOARD, CENTRE, setUpBoards } from '../../__testUtils__/setUpBoards';
import { createPlans } from '../createPlans';
import { DatabasePlansStore } from '../DatabasePlansStore';

export { BOARD, CENTRE } from '../../__testUtils__/setUpBoards';
export const DAY = 86_400_000;
export const CHECKOUT = 'component:default/checkout';
export const LEDGER = 'component:default/ledger';
export const TEAM = 'group:default/team-a';

/** What people belong to, besides themselves. */
const GROUPS: Record<string, string[]> = {
  ann: [TEAM],
  amy: [TEAM],
  // Owns the entity and is on its board.
  ada: [TEAM, BOARD],
  bob: [BOARD],
  cat: [BOARD],
  eve: ['group:default/editors'],
  gus: [CENTRE],
  hal: [CENTRE],
  joe: [],
};

/** Plans with everything that evaluates them, and people on both sides. */
export async function setUpPlans(knex: Knex) {
  const t = await setUpBoards(knex);
  const { catalog, clock, index } = t;
  const hidden = new Set<string>();
  const forbidden = new Set<string>();
  const permissions = mockServices.permissions.mock({
    authorize: async requests =>
      requests.map(({ resourceRef }: any) => ({
        result: forbidden.has(resourceRef) ? 'DENY' : 'ALLOW',
      })),
  });
  const access = { mayRead: async (ref: string) => !hidden.has(ref) };
  const owners = OwnerAccess.create({
    auth: mockServices.auth(),
    index,
    userInfo: mockServices.userInfo.mock({
      getUserInfo: async ({ principal }) => {
        const { userEntityRef } = principal as BackstageUserPrincipal;
        const groups = GROUPS[userEntityRef.split('/')[1]] ?? [];
        return {
          userEntityRef,
          ownershipEntityRefs: [userEntityRef, ...groups],
        };
      },
    }),
  });
  const boardsDecide = true;
  const plans = createPlans({
    ...t,
    access,
    boards: BoardAccess.create({
      access,
      boardsDecide,
      index,
      owners,
      permissions,
    }),
    boardsDecide,
    catalog: DefaultCatalogVisibility.create({ catalog: catalog.service }),
    centralBoard: CENTRE,
    inputs: t.evaluation.inputs,
    knex,
    linkAction,
    notices: NoticesStore.create({ knex }),
    owners,
    permissions,
    scopes: {
      of: async () => ({ visible: [], isEverything: true }),
    } as any,
  });
  plans.matters.forEach(matter => t.desk.register(matter));
  const as = (name: string): AsUser => ({
    credentials: mockCredentials.user(`user:default/${name}`),
  });
  const iso = (instant: number) => new Date(instant).toISOString();
  const { service } = plans;
  const sketch = (rest: object = {}) => ({
    title: 'Keys out of the code',
    reason: 'The key was in the repository',
    approach: 'targeted-guardrails',
    areas: ['operations'],
    cap: 2,
    criteria: ['tracing'],
    incidents: [],
    startsAt: iso(clock.time),
    endsAt: iso(clock.time + 60 * DAY),
    reviewAt: iso(clock.time + 20 * DAY),
    ...rest,
  });
  return {
    ...t,
    ...plans,
    as,
    forbidden,
    hidden,
    iso,
    sketch,
    store: DatabasePlansStore.create({ knex }),
    draft: (name = 'ann', rest: object = {}) =>
      service.draft({ entityRef: CHECKOUT, ...sketch(rest) }, as(name)),
    sign: (id: string, name: string, revision = 1) =>
      service.sign(id, { revision, comment: 'We agree on it' }, as(name)),
    move: (id: string, change: string, rest: object = {}, name = 'bob') =>
      service.move(
        id,
        { change, reason: 'We looked at it together', ...rest },
        as(name),
      ),
    get: (id: string, name = 'joe') => service.get(id, as(name)),
    /** Evaluates everything as of the clock. */
    async look() {
      await t.evaluateAll();
      await t.work();
    },
    async evaluationOf(ref = CHECKOUT) {
      const { body } = await knex('evaluations')
        .where('entity_ref', ref)
        .first('body');
      return JSON.parse(body);
    },
    /** Everything that level 2 asks for, or all of it but tracing. */
    report: (tracing: boolean) =>
      t.stores.facts.put(
        Object.entries(LEVEL_2_FACTS).map(([collector, values]) => ({
          entityRef: CHECKOUT,
          collector,
          values:
            collector === 'observability' ? { ...values, tracing } : values,
          collectedAt: clock.time,
          ttl: 300 * DAY,
        })),
        clock.time,
      ),
    log: async () =>
      (await knex('audit_log').orderBy(['at', 'chain', 'sequence'])).map(
        row => row.action,
      ),
  };
}
