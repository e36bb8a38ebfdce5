import type { Evaluation } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { mockCredentials } from '@backstage/backend-test-utils';
import type { AutonomyUnderTest } from './startAutonomy';

/** Who asks, once it is known who it is. */
export const CALLERS = [
  /** A user whose permissions are not limited. */
  'user',
  /** A user without any permission. */
  'denied',
  /** A user whose permissions hold for what team-a owns, which is what is asked for. */
  'match',
  /** A user whose permissions hold for what team-b owns. */
  'miss',
  /** A service whose token is not restricted. */
  'service',
  /** A service whose token is restricted to another permission. */
  'otherPermission',
  /** A service whose token is restricted to another action. */
  'otherAction',
] as const;

export type Caller = (typeof CALLERS)[number];

/** What users belong to. */
export const GROUPS = {
  owner: ['group:default/team-a'],
  board: ['group:default/payments-board', 'group:default/central-board'],
};

/** Members of the boards, besides those who ask. */
export const VOTERS = ['bob', 'cat', 'dan'].map(name => `user:default/${name}`);

/** What a route does for everybody who may ask it. */
export interface RouteExpectation {
  /** With ids in place; the path unless told. */
  url?: string;
  body?: unknown;
  /** What users belong to; the owner of the entity unless told. */
  as?: keyof typeof GROUPS;
  /** Makes what is asked for, anew for each caller: what it gives goes in the place of `:name`. */
  prepare?: (app: AutonomyUnderTest) => Promise<Record<string, unknown>>;
  statuses: Record<Caller, number>;
  /** The answer names the entity for those who may read it, and for nobody else. */
  shows?: boolean;
}

const CHECKOUT = 'component:default/checkout';
const NOW = new Date().toISOString();
const DAY = 86_400_000;
const inDays = (days: number) =>
  new Date(Date.now() + days * DAY).toISOString();
const reason = 'Thirty releases without a rollback';

type Rest = Omit<RouteExpectation, 'statuses' | 'url'> & {
  /** Where it differs from that of a user whose permissions are not limited. */
  match?: number;
};

function expectation(
  url: string,
  statuses: [
    user: number,
    denied: number,
    miss: number,
    service: number,
    restricted: number,
  ],
  { match, ...rest }: Rest = {},
): RouteExpectation {
  const [user, denied, miss, service, restricted] = statuses;
  return {
    url,
    statuses: {
      user,
      denied,
      match: match ?? user,
      miss,
      service,
      otherPermission: restricted,
      otherAction: restricted,
    },
    ...rest,
  };
}

/** Everybody who is signed in. */
const open = (url: string) => expectation(url, [200, 200, 200, 200, 200]);

/** What may not be read is left out. */
const list = (url: string, rest: Rest = {}) =>
  expectation(url, [200, 200, 200, 200, 200], rest);

/** What may not be read is not there. */
const one = (url: string, rest: Rest = {}) =>
  expectation(url, [200, 404, 404, 200, 404], rest);

/** A permission for everything at once: no condition narrows it. */
const basic = (url: string, rest: Rest = {}) =>
  expectation(url, [200, 403, 200, 200, 403], rest);

/** What only people do with an entity: what they may not read is not there, and services never. */
const byUsers = (status: number, url: string, rest: Rest = {}) =>
  expectation(url, [status, 404, 404, 403, 403], rest);

/** Of several at once, each by itself: what may not be read is refused like what is not there. */
const ofSeveral = (url: string, rest: Rest = {}) =>
  expectation(url, [200, 200, 200, 403, 403], rest);

const withItems = (item: object) => ({ items: [item] });
const incident = {
  id: '1',
  source: 'pager',
  entityRef: CHECKOUT,
  title: 'Down',
  severity: 'high',
  startedAt: NOW,
};
const deployment = {
  id: '1',
  source: 'ci',
  entityRef: CHECKOUT,
  status: 'succeeded',
  finishedAt: NOW,
};
const ENTITY = '/entities/{kind}/{namespace}/{name}';
const CHECKOUT_PATH = '/entities/component/default/checkout';
const BOARDS = '/boards/{kind}/{namespace}/{name}';
const BOARD_PATH = '/boards/group/default/payments-board';
const yaml = `apiVersion: aligned-autonomy/v1
kind: Scorecard
metadata: { name: own, title: Own }
spec:
  role: readiness
  checks:
    - { id: own, title: Own, expression: a.b }
`;

const anExemption = {
  entityRef: CHECKOUT,
  checkId: 'tracing',
  reason,
  expiresAt: inDays(30),
};
const aGrant = (days: number) => ({
  entityRef: CHECKOUT,
  area: 'deployment',
  right: 5,
  reason,
  expiresAt: inDays(days),
});
const aPlan = {
  entityRef: CHECKOUT,
  title: 'A new agreement',
  reason,
  approach: 'collaborative-reset',
  areas: ['deployment'],
  criteria: [],
  incidents: [],
  startsAt: NOW,
  endsAt: inDays(35),
  reviewAt: inDays(20),
};

/** By method and path, as in the OpenAPI document. */
export const ROUTE_EXPECTATIONS: Record<string, RouteExpectation> = {
  'get /entities': list('/entities', { shows: true }),
  'get /entities.csv': list('/entities.csv', { shows: true }),
  'post /entities/by-refs': list('/entities/by-refs', {
    body: { entityRefs: [CHECKOUT] },
    shows: true,
  }),
  [`get ${ENTITY}`]: one(CHECKOUT_PATH),
  [`get ${ENTITY}/history`]: one(`${CHECKOUT_PATH}/history`),
  [`post ${ENTITY}/refresh`]: one(`${CHECKOUT_PATH}/refresh`),
  [`get ${ENTITY}/repair-advice`]: one(`${CHECKOUT_PATH}/repair-advice`),
  'get /summary': list('/summary?groupBy=owner'),
  'get /guardrails': list('/guardrails'),
  // The figures of all cannot be taken apart again.
  'get /trends': expectation(
    '/trends?kind=organisation',
    [200, 403, 403, 200, 403],
    { match: 403 },
  ),
  'get /activity': list('/activity'),
  'get /readiness': list('/readiness'),
  'get /readiness/{kind}/{namespace}/{name}': list(
    '/readiness/group/default/team-a',
  ),
  // Labels of the installation, nothing of any entity.
  'get /policy': open('/policy'),
  'get /policy/facts': basic('/policy/facts'),
  'get /checks': basic('/checks'),
  'get /policy/documents': basic('/policy/documents'),
  'get /policy/documents/{kind}/{name}': basic(
    '/policy/documents/scorecard/:name',
    { prepare: app => publish(app) },
  ),
  'post /policy/documents/{kind}/{name}/roll-back': expectation(
    '/policy/documents/scorecard/:name/roll-back',
    [201, 403, 201, 403, 403],
    {
      body: { to: ':number', note: 'As before', newest: ':newest' },
      async prepare(app) {
        const { name, number } = await publish(app);
        const { number: newest } = await publish(app, name);
        return { name, number, newest };
      },
    },
  ),
  'post /policy/documents/{kind}/{name}/retire': expectation(
    '/policy/documents/scorecard/:name/retire',
    [201, 403, 201, 403, 403],
    { body: { note: 'Away', newest: ':number' }, prepare: app => publish(app) },
  ),
  'get /policy/versions': basic('/policy/versions'),
  'get /policy/versions/{number}': basic('/policy/versions/:number', {
    prepare: app => publish(app),
  }),
  'post /policy/versions/{number}/withdraw': expectation(
    '/policy/versions/:number/withdraw',
    [200, 403, 200, 403, 403],
    {
      body: { note: 'No' },
      prepare: app => publish(app, undefined, inDays(1)),
    },
  ),
  'get /policy/drafts': basic('/policy/drafts'),
  'post /policy/drafts': expectation(
    '/policy/drafts',
    [201, 403, 201, 403, 403],
    { body: { yaml: ':yaml' }, prepare: async () => named() },
  ),
  'get /policy/drafts/{id}': basic('/policy/drafts/:id', {
    prepare: app => startDraft(app),
  }),
  'put /policy/drafts/{id}': expectation(
    '/policy/drafts/:id',
    [200, 403, 200, 403, 403],
    { body: { yaml: ':yaml', revision: 1 }, prepare: app => startDraft(app) },
  ),
  'delete /policy/drafts/{id}': expectation(
    '/policy/drafts/:id?revision=1',
    [204, 403, 204, 403, 403],
    { prepare: app => startDraft(app) },
  ),
  'post /policy/drafts/{id}/publish': expectation(
    '/policy/drafts/:id/publish',
    [201, 403, 201, 403, 403],
    { body: { revision: 1, note: 'Now' }, prepare: app => startDraft(app) },
  ),
  'post /policy/validate': basic('/policy/validate', { body: { yaml } }),
  'get /policy/export': basic('/policy/export'),
  'post /policy/import': expectation(
    '/policy/import',
    [200, 403, 200, 403, 403],
    { body: { yaml: ':yaml' }, prepare: async () => named() },
  ),
  'get /policy/starters': basic('/policy/starters'),
  'post /policy/trial': expectation(
    '/policy/trial',
    [200, 403, 404, 200, 403],
    { body: { yaml, entityRef: CHECKOUT } },
  ),
  'post /policy/applicability': basic('/policy/applicability', {
    body: { yaml },
  }),
  'get /simulations': basic('/simulations'),
  'post /simulations': expectation('/simulations', [201, 403, 201, 201, 403], {
    body: { draftId: ':id' },
    prepare: app => startDraft(app),
  }),
  'get /simulations/{id}': basic('/simulations/:id', { prepare: simulate }),
  'post /simulations/{id}/cancel': basic('/simulations/:id/cancel', {
    prepare: simulate,
  }),
  'get /simulations/{id}/moves': basic('/simulations/:id/moves', {
    prepare: simulate,
  }),
  'get /simulations/{id}/moves.csv': basic('/simulations/:id/moves.csv', {
    prepare: simulate,
  }),
  'get /simulations/{id}/report.md': basic('/simulations/:id/report.md', {
    prepare: simulate,
  }),
  'get /simulations/{id}/groups': basic('/simulations/:id/groups?by=owner', {
    prepare: simulate,
  }),
  'post /facts': basic('/facts', {
    body: withItems({
      entityRef: CHECKOUT,
      collector: 'x',
      facts: {},
      collectedAt: NOW,
    }),
  }),
  'post /incidents': basic('/incidents', { body: withItems(incident) }),
  'post /deployments': basic('/deployments', { body: withItems(deployment) }),
  'post /coverage': basic('/coverage', {
    body: withItems({
      source: 'pager',
      entityRef: CHECKOUT,
      from: NOW,
      lastHeardAt: NOW,
    }),
  }),
  'post /backfill': basic('/backfill', { body: { incidents: [incident] } }),
  'post /backfill/coverage': basic('/backfill/coverage', {
    body: { source: 'desk', from: NOW },
  }),
  'get /incidents': list('/incidents', { shows: true }),
  'get /incidents/{source}/{id}': one('/incidents/pager/1', { shows: true }),
  'patch /incidents/{source}/{id}': byUsers(200, '/incidents/pager/1', {
    body: { severity: 'critical' },
  }),
  'post /incidents/{source}/{id}/proposals/{proposalId}/decision': byUsers(
    404,
    '/incidents/pager/1/proposals/nothing/decision',
    { body: { decision: 'accepted' }, as: 'board' },
  ),
  'get /deployments': list('/deployments', { shows: true }),
  'post /deployments/{source}/{id}/review': byUsers(
    200,
    '/deployments/ci/1/review',
    { body: {} },
  ),
  'get /attestations': one(`/attestations?entity=${CHECKOUT}`),
  'post /attestations': byUsers(200, '/attestations', {
    body: withItems({
      entityRef: CHECKOUT,
      checkId: 'tracing',
      answer: 'yes',
      evidenceUrl: 'https://wiki.example.com/tracing',
      expiresAt: inDays(30),
    }),
  }),
  'post /attestations/{id}/withdraw': byUsers(
    200,
    '/attestations/:id/withdraw',
    {
      body: {},
      async prepare(app) {
        const { body } = await app.post(
          '/attestations',
          withItems({
            entityRef: CHECKOUT,
            checkId: 'tracing',
            answer: 'no',
            note: `${Math.random()}`,
            expiresAt: inDays(30),
          }),
        );
        return { id: body.results[0].id };
      },
    },
  ),
  'get /exemptions': list('/exemptions'),
  'post /exemptions': byUsers(201, '/exemptions', { body: anExemption }),
  'post /exemptions/{id}/withdraw': byUsers(200, '/exemptions/:id/withdraw', {
    body: {},
    prepare: askForExemption,
  }),
  'post /exemptions/{id}/revoke': byUsers(200, '/exemptions/:id/revoke', {
    as: 'board',
    body: { reason },
    async prepare(app) {
      const checkId = await failingCheck(app);
      const wanted = { ...anExemption, checkId };
      const { id, proposalId } = await ask(app, '/exemptions', wanted);
      await decide(app, proposalId);
      return { id };
    },
  }),
  'get /proposals': list('/proposals', { prepare: askForGrant, shows: true }),
  'post /proposals': byUsers(201, '/proposals', {
    body: {
      matter: 'cross-domain',
      entityRef: CHECKOUT,
      title: 'One way to sign requests',
      domainRefs: ['domain:default/payments', 'domain:default/content'],
      reason,
    },
  }),
  'post /proposals/votes': ofSeveral('/proposals/votes', {
    as: 'board',
    body: { ids: [':proposalId'], vote: 'approve', comment: reason },
    prepare: askForGrant,
  }),
  'get /proposals/{id}': one('/proposals/:proposalId', {
    prepare: askForGrant,
    shows: true,
  }),
  'post /proposals/{id}/votes': byUsers(200, '/proposals/:proposalId/votes', {
    as: 'board',
    body: { vote: 'approve', comment: reason },
    prepare: askForGrant,
  }),
  'post /proposals/{id}/withdraw': byUsers(
    200,
    '/proposals/:proposalId/withdraw',
    { body: {}, prepare: askForGrant },
  ),
  'post /proposals/{id}/appeal': byUsers(201, '/proposals/:proposalId/appeal', {
    body: { reason },
    async prepare(app) {
      const { proposalId } = await askForGrant(app);
      await decide(app, proposalId, 'reject');
      return { proposalId };
    },
  }),
  'get /grants': list('/grants', { prepare: askForGrant, shows: true }),
  'post /grants': byUsers(201, '/grants', { body: aGrant(30) }),
  'post /grants/{id}/revoke': byUsers(200, '/grants/:id/revoke', {
    as: 'board',
    body: { reason },
    prepare: grant,
  }),
  'post /grants/{id}/renew': byUsers(201, '/grants/:id/renew', {
    body: { expiresAt: inDays(40), reason },
    prepare: grant,
  }),
  'get /plans': list('/plans', { prepare: draftPlan, shows: true }),
  'post /plans': byUsers(201, '/plans', { body: aPlan }),
  'get /plans/{id}': one('/plans/:id', { prepare: draftPlan, shows: true }),
  'put /plans/{id}': byUsers(200, '/plans/:id', {
    body: { ...aPlan, entityRef: undefined, title: 'Anew', revision: 1 },
    prepare: draftPlan,
  }),
  'post /plans/{id}/withdraw': byUsers(200, '/plans/:id/withdraw', {
    body: {},
    prepare: draftPlan,
  }),
  'post /plans/{id}/sign': byUsers(200, '/plans/:id/sign', {
    body: { revision: 1, comment: reason },
    prepare: draftPlan,
  }),
  'post /plans/{id}/move': byUsers(200, '/plans/:id/move', {
    as: 'board',
    body: { change: 'lift', reason },
    async prepare(app) {
      const { id } = await draftPlan(app);
      const signature = { revision: 1, comment: reason };
      const { proposalId } = await ask(app, `/plans/${id}/sign`, signature);
      await decide(app, proposalId);
      return { id };
    },
  }),
  'get /audits': list('/audits', { prepare: openAudit, shows: true }),
  'post /audits': byUsers(201, '/audits', {
    body: { entityRef: CHECKOUT, reason },
  }),
  'get /audits/{id}': one('/audits/:id', { prepare: openAudit, shows: true }),
  'post /audits/ratings': ofSeveral('/audits/ratings', {
    body: { ids: [':id'] },
    prepare: openAudit,
  }),
  'post /audits/{id}/ratings': byUsers(200, '/audits/:id/ratings', {
    body: { ratings: ':ratings' },
    prepare: openAudit,
  }),
  'post /audits/{id}/agreement': byUsers(200, '/audits/:id/agreement', {
    as: 'board',
    body: { agreed: ':ratings', summary: reason, actions: [] },
    async prepare(app) {
      const { id, ratings } = await openAudit(app);
      await ask(app, `/audits/${id}/ratings`, { ratings });
      app.ownership = GROUPS.board;
      await app.post(`/audits/${id}/ratings`, { ratings });
      return { id, ratings };
    },
  }),
  'get /mismatches': list('/mismatches?kind=surplus'),
  'get /mismatches/matrix': list('/mismatches/matrix'),
  'get /boards': list('/boards'),
  [`get ${BOARDS}/agenda`]: one(`${BOARD_PATH}/agenda`),
  [`get ${BOARDS}/calendar`]: one(`${BOARD_PATH}/calendar`),
  [`get ${BOARDS}/calendar.ics`]: one(`${BOARD_PATH}/calendar.ics`),
  [`get ${BOARDS}/statistics`]: one(`${BOARD_PATH}/statistics`),
  [`get ${BOARDS}/debt`]: one(`${BOARD_PATH}/debt`),
  [`get ${BOARDS}/review-pack`]: one(`${BOARD_PATH}/review-pack`),
  [`get ${BOARDS}/review-pack/{format}`]: one(
    `${BOARD_PATH}/review-pack/markdown`,
  ),
  'get /audit-log': basic('/audit-log?chain=central'),
  'get /audit-log/chains': basic('/audit-log/chains'),
  'get /audit-log/verification': basic('/audit-log/verification?chain=central'),
  'get /objectives/{kind}/{namespace}/{name}': expectation(
    '/objectives/domain/default/payments',
    [404, 404, 404, 404, 404],
  ),
  'put /objectives/{kind}/{namespace}/{name}': expectation(
    '/objectives/domain/default/content',
    [200, 403, 200, 403, 403],
    {
      as: 'board',
      body: {
        statement: 'Everybody finds what they look for',
        measures: [{ title: 'Found', target: '9 of 10' }],
        ownerRef: 'group:default/team-b',
        reviewAt: inDays(30),
      },
    },
  ),
  // A service owns nothing and is on no board.
  'get /needs': expectation('/needs', [200, 200, 200, 403, 403]),
  'get /health': basic('/health'),
  'get /inbox/quarantine': basic('/inbox/quarantine'),
  'post /inbox/replay': basic('/inbox/replay', { body: {} }),
};

let scorecards = 0;

/** A scorecard of a name that nobody took, unless told. */
function named(name = `own-${++scorecards}`) {
  return { name, yaml: yaml.replaceAll('own', name) };
}

async function startDraft(app: AutonomyUnderTest, taken?: string) {
  const { name, yaml: text } = named(taken);
  const { body } = await app.post('/policy/drafts', { yaml: text });
  return { id: body.id, name, yaml: text };
}

async function publish(
  app: AutonomyUnderTest,
  taken?: string,
  effectiveFrom?: string,
) {
  const { id, name } = await startDraft(app, taken);
  const publication = { revision: 1, note: 'Now', effectiveFrom };
  const { body } = await app.post(`/policy/drafts/${id}/publish`, publication);
  return { name, number: body.number };
}

async function simulate(app: AutonomyUnderTest) {
  const { id: draftId } = await startDraft(app);
  const { body } = await app.post('/simulations', { draftId });
  return { id: body.id };
}

/** Asks for something as one of the owners. */
async function ask(app: AutonomyUnderTest, path: string, body: object) {
  app.ownership = GROUPS.owner;
  const answer = await app.post(path, body);
  return answer.body;
}

/** One that nobody is exempt from: an evaluation may not know yet that an exemption is over. */
async function failingCheck(app: AutonomyUnderTest): Promise<string> {
  const { body } = await app.get(CHECKOUT_PATH);
  const { checks } = (body as Evaluation).readiness;
  return checks.find(({ state }) => ['fail', 'unknown'].includes(state))!.id;
}

/** Has the board vote until it has decided. */
async function decide(
  app: AutonomyUnderTest,
  proposalId: string,
  vote = 'approve',
) {
  app.ownership = GROUPS.board;
  for (const voter of VOTERS) {
    await app.post(
      `/proposals/${proposalId}/votes`,
      { vote, comment: reason },
      mockCredentials.user.header(voter),
    );
  }
}

function askForExemption(app: AutonomyUnderTest) {
  return ask(app, '/exemptions', anExemption);
}

function askForGrant(app: AutonomyUnderTest) {
  return ask(app, '/grants', aGrant(30));
}

/** One that ends soon enough to be renewed. */
async function grant(app: AutonomyUnderTest) {
  const { id, proposalId } = await ask(app, '/grants', aGrant(10));
  await decide(app, proposalId);
  return { id };
}

function draftPlan(app: AutonomyUnderTest) {
  return ask(app, '/plans', aPlan);
}

async function openAudit(app: AutonomyUnderTest) {
  const audit = { entityRef: CHECKOUT, reason };
  const { id } = await ask(app, '/audits', audit);
  const policy = await app.get('/policy');
  const ratings = Object.fromEntries(
    policy.body.areas.map((area: { id: string }) => [area.id, 2]),
  );
  return { id, ratings };
}

/**
 * What is asked for.
 *
 * @param made - what goes in the place of `:name`
 */
export function requestOf(
  operation: string,
  made: Record<string, unknown> = {},
): { url: string; body?: any } {
  const { body, url = '' } = ROUTE_EXPECTATIONS[operation] ?? {};
  return {
    url: url.replace(/(?<=\/):(\w+)/g, (whole, name) =>
      name in made ? String(made[name]) : whole,
    ),
    body:
      body &&
      JSON.parse(JSON.stringify(body), (_, value) =>
        typeof value === 'string' && value.startsWith(':')
          ? made[value.slice(1)]
          : value,
      ),
  };
}
