import type {
  Evaluation,
  Proposal,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import type { ReadScope } from '../../evaluation/reading/ReadScopes';
import { linkAction } from '../audits';
import { BoardAccess } from '../BoardAccess';
import { createExemptions } from '../exemptions';
import { createGrants } from '../grants';
import { createProposals } from '../proposals/createProposals';
import { BOARD, CENTRE, setUpBoards } from './setUpBoards';

export const DAY = 86_400_000;
export const CHECKOUT = 'component:default/checkout';
export const LEDGER = 'component:default/ledger';
export const ARTICLES = 'component:default/articles';
const ENTITIES = [CHECKOUT, LEDGER, ARTICLES];
export const WHY = 'Because the new one comes in autumn';

/** What each user belongs to. Dan owns what he is on the board of. */
const GROUPS: Record<string, string[]> = {
  ann: ['group:default/team-a'],
  bob: [BOARD],
  cat: [BOARD],
  dan: [BOARD, 'group:default/team-a'],
  gus: [CENTRE],
  hal: [CENTRE],
  zoe: [],
};

export const as = (name: string) => ({
  credentials: mockCredentials.user(`user:default/${name}`),
});

/** Exemptions and grants of a small company that was evaluated once, as its people see them. */
export async function setUpDecisions(knex: Knex) {
  const t = await setUpBoards(knex);
  await t.sweep();
  await account();
  await t.evaluateAll();

  /** Whoever is not accountable is granted nothing that has an effect. */
  async function account() {
    await t.stores.facts.put(
      ENTITIES.map(entityRef => ({
        entityRef,
        collector: 'oncall',
        values: { rotation: true },
        collectedAt: t.clock.time,
        ttl: 365 * DAY,
      })) as any,
      t.clock.time,
    );
    await knex('coverage').delete();
    await knex('coverage').insert(
      ENTITIES.map(entityRef => ({
        entity_ref: entityRef,
        source: 'pager',
        from_at: 0,
        last_heard_at: t.clock.time,
        recorded_at: 0,
        content_hash: '',
      })),
    );
  }
  /** May be changed. */
  const world = {
    denied: new Set<string>(),
    hidden: new Set<string>(),
    scope: { visible: [], isEverything: true } as ReadScope,
  };
  const access = { mayRead: async (ref: string) => !world.hidden.has(ref) };
  const claims = async (credentials: BackstageCredentials) => {
    const { userEntityRef = '' } = credentials.principal as {
      userEntityRef?: string;
    };
    return new Set([
      userEntityRef,
      ...(GROUPS[userEntityRef.split('/')[1]] ?? []),
    ]);
  };
  const owners = {
    claims,
    isOwner: async (credentials: BackstageCredentials, ref: string) => {
      const [entity] = await t.index.readScoped([ref]);
      return (await claims(credentials)).has(entity?.snapshot.ownerRef ?? '');
    },
  } as any;
  const permissions = mockServices.permissions.mock({
    authorize: async requests =>
      requests.map(({ permission: { name } }) => ({
        result: world.denied.has(name) ? 'DENY' : 'ALLOW',
      })) as any,
  });
  const boards = BoardAccess.create({
    access,
    boardsDecide: true,
    index: t.index,
    owners,
    permissions,
  });
  const shared = {
    ...t,
    access,
    boards,
    boardsDecide: true,
    centralBoard: CENTRE,
    evaluations: {
      get: async (ref: string) =>
        (await knex('evaluations').where('entity_ref', ref).first())?.body,
    },
    knex,
    linkAction,
    owners,
    permissions,
    scopes: { of: async () => world.scope } as any,
  };
  const exemptions = createExemptions(shared);
  const grants = createGrants(shared);
  [...exemptions.handlers, ...grants.handlers].forEach(each =>
    t.desk.register(each),
  );
  const proposals = createProposals({ ...shared, openers: {} });
  const evaluation = async (ref: string): Promise<Evaluation> =>
    JSON.parse(
      (await knex('evaluations').where('entity_ref', ref).first()).body,
    );
  return {
    ...t,
    exemptions,
    grants,
    proposals,
    world,
    inDays: (days: number) => new Date(t.clock.time + days * DAY).toISOString(),
    evaluation,
    /** Lets time pass and evaluates what has changed by it. */
    async pass(days: number) {
      t.clock.time += days * DAY;
      await account();
      // What the catalog says is confirmed.
      await t.sweep();
      await t.evaluateAll();
    },
    /** Votes as a member of a board who may. */
    decide: (
      id: string | undefined,
      who: string,
      vote: 'approve' | 'reject' = 'approve',
      comment = `${who} says so for a reason`,
    ): Promise<Proposal> =>
      proposals.service.vote(id!, { vote, comment }, as(who)),
    /** The state of a check of an entity. */
    async stateOf(ref: string, checkId: string) {
      const { guardrails, readiness } = await evaluation(ref);
      return [
        ...guardrails.guardrails.map(({ check }) => check),
        ...readiness.checks,
      ].find(({ id }) => id === checkId)?.state;
    },
    rightIn: async (ref: string, area: string) =>
      (await evaluation(ref)).rights.find(right => right.area === area)!,
    log: (): Promise<any[]> => knex('audit_log').orderBy(['chain', 'sequence']),
  };
}
