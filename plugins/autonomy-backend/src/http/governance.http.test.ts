import { AutonomyGovernanceClient } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  mockCredentials,
  mockErrorHandler,
  mockServices,
} from '@backstage/backend-test-utils';
import express from 'express';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  compareAnswer,
  documentedOperations,
  schemaOf,
  mistakesIn,
} from '../__testUtils__/describedAnswers';
import * as samples from '../__testUtils__/governanceSamples';
import { createRouter } from './createRouter';
import type { RouterOptions } from './routes/types';

const JANUARY = Date.parse('2026-01-01T00:00:00Z');
const JANUARY_TEXT = '2026-01-01T00:00:00.000Z';
const CHECKOUT = 'component:default/checkout';
const BOARD = 'group:default/payments-board';
const BOARDS = '/boards/{kind}/{namespace}/{name}';
const HASH = 'a'.repeat(64);
const reason = 'Because it has to be';
const vote = { vote: 'approve' as const, comment: reason };
const draft = {
  title: 'Keys out of the code',
  reason,
  approach: 'targeted-guardrails' as const,
  areas: ['security'],
  criteria: ['secrets'],
  incidents: ['pager/1'],
  startsAt: JANUARY,
  endsAt: JANUARY,
  reviewAt: JANUARY,
};
const draftOnWire = {
  ...draft,
  startsAt: JANUARY_TEXT,
  endsAt: JANUARY_TEXT,
  reviewAt: JANUARY_TEXT,
};
const pageOf = (...items: unknown[]) => ({
  items,
  pageInfo: { nextCursor: 'c' },
});

type Services = Pick<
  RouterOptions,
  | 'auditLog'
  | 'audits'
  | 'boards'
  | 'exemptions'
  | 'grants'
  | 'mismatches'
  | 'plans'
  | 'proposals'
>;

interface Call {
  operation: string;
  /** Who answers, by what. */
  service: keyof Services;
  method: string;
  answer: unknown;
  ask: (client: AutonomyGovernanceClient) => Promise<unknown>;
  /** What the service is given before the credentials. */
  given: unknown[];
  /** Of a write, and of what leaves the house. */
  event?: string;
}

const CALLS: Call[] = [
  {
    operation: 'get /proposals',
    service: 'proposals',
    method: 'list',
    answer: pageOf(...samples.proposals),
    ask: client =>
      client.listProposals({
        board: ['Payments-Board'],
        entity: ['Component:checkout'],
        matter: ['plan-change', 'grant'],
        state: ['open'],
        limit: 5,
        cursor: 'c',
      }),
    given: [
      {
        board: [BOARD],
        entity: [CHECKOUT],
        matter: ['plan-change', 'grant'],
        state: ['open'],
        limit: 5,
        cursor: 'c',
      },
    ],
  },
  {
    operation: 'get /proposals/{id}',
    service: 'proposals',
    method: 'get',
    answer: samples.proposal,
    ask: client => client.getProposal('p/1'),
    given: ['p/1'],
  },
  {
    operation: 'post /proposals',
    service: 'proposals',
    method: 'propose',
    answer: samples.proposal,
    ask: client =>
      client.propose({
        matter: 'cross-domain',
        entityRef: CHECKOUT,
        title: 'One format',
        domainRefs: ['domain:default/payments'],
        reason,
      }),
    given: [
      {
        matter: 'cross-domain',
        entityRef: CHECKOUT,
        title: 'One format',
        domainRefs: ['domain:default/payments'],
        reason,
      },
    ],
    event: 'proposal-open',
  },
  {
    operation: 'post /proposals/{id}/votes',
    service: 'proposals',
    method: 'vote',
    answer: samples.proposal,
    ask: client => client.vote('p1', vote),
    given: ['p1', vote],
    event: 'proposal-vote',
  },
  {
    operation: 'post /proposals/votes',
    service: 'proposals',
    method: 'voteOnAll',
    answer: {
      results: [
        { id: 'p1', status: 'accepted', proposal: samples.proposal },
        { id: 'p2', status: 'refused', error: 'It is decided already' },
      ],
    },
    ask: client => client.voteOnAll(['p1', 'p2'], vote),
    given: [{ ids: ['p1', 'p2'], ...vote }],
    event: 'proposal-vote-all',
  },
  {
    operation: 'post /proposals/{id}/withdraw',
    service: 'proposals',
    method: 'withdraw',
    answer: samples.proposal,
    ask: client => client.withdrawProposal('p1'),
    given: ['p1'],
    event: 'proposal-withdraw',
  },
  {
    operation: 'post /proposals/{id}/appeal',
    service: 'proposals',
    method: 'appeal',
    answer: samples.proposal,
    ask: client => client.appeal('p1', reason),
    given: ['p1', { reason }],
    event: 'proposal-appeal',
  },
  {
    operation: 'post /exemptions/{id}/revoke',
    service: 'exemptions',
    method: 'revoke',
    answer: samples.exemption,
    ask: client => client.revokeExemption('e1', reason),
    given: ['e1', { reason }],
    event: 'exemption-revoke',
  },
  {
    operation: 'get /grants',
    service: 'grants',
    method: 'list',
    answer: pageOf(samples.grant),
    ask: client => client.listGrants({ state: ['in-force', 'failed'] }),
    given: [{ state: ['in-force', 'failed'] }],
  },
  {
    operation: 'post /grants',
    service: 'grants',
    method: 'propose',
    answer: samples.grant,
    ask: client =>
      client.proposeGrant({
        entityRef: CHECKOUT,
        area: 'deployment',
        right: 5,
        reason,
        expiresAt: JANUARY,
        trial: { failsFrom: 'medium' },
        auditId: 'a1',
      }),
    given: [
      {
        entityRef: CHECKOUT,
        area: 'deployment',
        right: 5,
        reason,
        expiresAt: JANUARY_TEXT,
        trial: { failsFrom: 'medium' },
        auditId: 'a1',
      },
    ],
    event: 'grant-propose',
  },
  {
    operation: 'post /grants/{id}/revoke',
    service: 'grants',
    method: 'revoke',
    answer: samples.grant,
    ask: client => client.revokeGrant('g1', reason),
    given: ['g1', { reason }],
    event: 'grant-revoke',
  },
  {
    operation: 'post /grants/{id}/renew',
    service: 'grants',
    method: 'renew',
    answer: samples.grant,
    ask: client => client.renewGrant('g1', { expiresAt: JANUARY, reason }),
    given: ['g1', { expiresAt: JANUARY_TEXT, reason }],
    event: 'grant-renew',
  },
  {
    operation: 'get /entities/{kind}/{namespace}/{name}/repair-advice',
    service: 'plans',
    method: 'getRepairAdvice',
    answer: [samples.advice],
    ask: client => client.getRepairAdvice('Component:Default/Checkout'),
    given: [CHECKOUT],
  },
  {
    operation: 'get /plans',
    service: 'plans',
    method: 'list',
    answer: pageOf(samples.plan),
    ask: client => client.listPlans({ board: [BOARD], state: ['active'] }),
    given: [{ board: [BOARD], state: ['active'] }],
  },
  {
    operation: 'get /plans/{id}',
    service: 'plans',
    method: 'get',
    answer: samples.plan,
    ask: client => client.getPlan('r1'),
    given: ['r1'],
  },
  {
    operation: 'post /plans',
    service: 'plans',
    method: 'draft',
    answer: samples.plan,
    ask: client =>
      client.draftPlan({
        ...draft,
        entityRef: CHECKOUT,
        cap: 2,
        supportedBy: 'group:default/platform',
        auditId: 'a1',
      }),
    given: [
      {
        ...draftOnWire,
        entityRef: CHECKOUT,
        cap: 2,
        supportedBy: 'group:default/platform',
        auditId: 'a1',
      },
    ],
    event: 'plan-draft',
  },
  {
    operation: 'put /plans/{id}',
    service: 'plans',
    method: 'change',
    answer: samples.plan,
    ask: client => client.changePlan('r1', { ...draft, revision: 2 }),
    given: ['r1', { ...draftOnWire, revision: 2 }],
    event: 'plan-change',
  },
  {
    operation: 'post /plans/{id}/withdraw',
    service: 'plans',
    method: 'withdraw',
    answer: samples.plan,
    ask: client => client.withdrawPlan('r1'),
    given: ['r1'],
    event: 'plan-withdraw',
  },
  {
    operation: 'post /plans/{id}/sign',
    service: 'plans',
    method: 'sign',
    answer: samples.plan,
    ask: client => client.signPlan('r1', { revision: 2, comment: reason }),
    given: ['r1', { revision: 2, comment: reason }],
    event: 'plan-sign',
  },
  {
    operation: 'post /plans/{id}/move',
    service: 'plans',
    method: 'move',
    answer: samples.plan,
    ask: client =>
      client.movePlan('r1', { change: 'extend', reason, until: JANUARY }),
    given: ['r1', { change: 'extend', reason, until: JANUARY_TEXT }],
    event: 'plan-move',
  },
  {
    operation: 'get /audits',
    service: 'audits',
    method: 'list',
    answer: pageOf(samples.audit),
    ask: client =>
      client.listAudits({ domain: ['payments'], quarter: ['2026-Q4'] }),
    given: [{ domain: ['domain:default/payments'], quarter: ['2026-Q4'] }],
  },
  {
    operation: 'get /audits/{id}',
    service: 'audits',
    method: 'get',
    answer: samples.audit,
    ask: client => client.getAudit('a1'),
    given: ['a1'],
  },
  {
    operation: 'post /audits',
    service: 'audits',
    method: 'open',
    answer: samples.audit,
    ask: client => client.openAudit({ entityRef: CHECKOUT, reason }),
    given: [{ entityRef: CHECKOUT, reason }],
    event: 'audit-open',
  },
  {
    operation: 'post /audits/{id}/ratings',
    service: 'audits',
    method: 'rate',
    answer: samples.audit,
    ask: client => client.rate('a1', { ratings: { security: 2 }, note: 'n' }),
    given: ['a1', { ratings: { security: 2 }, note: 'n' }],
    event: 'audit-rate',
  },
  {
    operation: 'post /audits/ratings',
    service: 'audits',
    method: 'rateAll',
    answer: {
      results: [
        { id: 'a1', status: 'accepted', audit: samples.audit },
        { id: 'a2', status: 'refused', error: 'The board has rated already' },
      ],
    },
    ask: client => client.rateAllAsRecommended(['a1', 'a2'], 'n'),
    given: [{ ids: ['a1', 'a2'], note: 'n' }],
    event: 'audit-rate-all',
  },
  {
    operation: 'post /audits/{id}/agreement',
    service: 'audits',
    method: 'agree',
    answer: samples.audit,
    ask: client =>
      client.agree('a1', {
        agreed: { security: 2 },
        summary: 'Nothing new',
        actions: [
          { kind: 'grant', area: 'security', title: 'A trial', dueAt: JANUARY },
        ],
        followUpAt: JANUARY,
      }),
    given: [
      'a1',
      {
        agreed: { security: 2 },
        summary: 'Nothing new',
        actions: [
          {
            kind: 'grant',
            area: 'security',
            title: 'A trial',
            dueAt: JANUARY_TEXT,
          },
        ],
        followUpAt: JANUARY_TEXT,
      },
    ],
    event: 'audit-agree',
  },
  {
    operation: 'get /mismatches',
    service: 'mismatches',
    method: 'list',
    answer: pageOf(samples.mismatch),
    ask: client =>
      client.listMismatches({
        kind: 'surplus',
        domain: ['payments'],
        owner: ['Team-A'],
        entity: ['component:checkout'],
        area: ['security'],
      }),
    given: [
      {
        kind: 'surplus',
        domain: ['domain:default/payments'],
        owner: ['group:default/team-a'],
        entity: [CHECKOUT],
        area: ['security'],
      },
    ],
  },
  {
    operation: 'get /mismatches/matrix',
    service: 'mismatches',
    method: 'getRiskMatrix',
    answer: samples.matrix,
    ask: client => client.getRiskMatrix({ area: ['security'] }),
    given: [{ area: ['security'] }],
  },
  {
    operation: 'get /boards',
    service: 'boards',
    method: 'list',
    answer: [samples.board],
    ask: client => client.listBoards(),
    given: [],
  },
  {
    operation: `get ${BOARDS}/agenda`,
    service: 'boards',
    method: 'getAgenda',
    answer: samples.agenda,
    ask: client => client.getAgenda('Group:Default/Payments-Board'),
    given: [BOARD],
  },
  {
    operation: `get ${BOARDS}/calendar`,
    service: 'boards',
    method: 'getCalendar',
    answer: samples.calendar,
    ask: client => client.getCalendar(BOARD, { from: JANUARY }),
    given: [BOARD, { from: JANUARY }],
  },
  {
    operation: `get ${BOARDS}/calendar.ics`,
    service: 'boards',
    method: 'exportCalendar',
    answer: 'BEGIN:VCALENDAR\r\n',
    ask: client => client.exportCalendar(BOARD),
    given: [BOARD],
    event: 'board-calendar-export',
  },
  {
    operation: `get ${BOARDS}/statistics`,
    service: 'boards',
    method: 'getStatistics',
    answer: samples.statistics,
    ask: client => client.getBoardStatistics(BOARD),
    given: [BOARD],
  },
  {
    operation: `get ${BOARDS}/debt`,
    service: 'boards',
    method: 'getDebt',
    answer: [samples.debt],
    ask: client => client.getDebt(BOARD),
    given: [BOARD],
  },
  {
    operation: `get ${BOARDS}/review-pack`,
    service: 'boards',
    method: 'getReviewPack',
    answer: samples.reviewPack,
    ask: client => client.getReviewPack(BOARD, '2026-Q4'),
    given: [BOARD, '2026-Q4'],
  },
  {
    operation: `get ${BOARDS}/review-pack/{format}`,
    service: 'boards',
    method: 'exportReviewPack',
    answer: '# Payments board\n',
    ask: client => client.exportReviewPack(BOARD, 'markdown'),
    given: [BOARD, 'markdown', undefined],
    event: 'review-pack-export',
  },
  {
    operation: 'get /audit-log',
    service: 'auditLog',
    method: 'list',
    answer: pageOf(samples.logEntry),
    ask: client =>
      client.listAuditLog({
        chain: 'Domain:payments',
        entity: CHECKOUT,
        limit: 200,
      }),
    given: [{ chain: 'domain:default/payments', entity: CHECKOUT, limit: 200 }],
  },
  {
    operation: 'get /audit-log/chains',
    service: 'auditLog',
    method: 'listChains',
    answer: [{ chain: 'central', head: { sequence: 7, hash: HASH } }],
    ask: client => client.listAuditChains(),
    given: [],
  },
  {
    operation: 'get /audit-log/verification',
    service: 'auditLog',
    method: 'verify',
    answer: {
      chain: 'central',
      entries: 7,
      intact: true,
      head: { sequence: 7, hash: HASH },
    },
    ask: client =>
      client.verifyAuditLog('central', { sequence: 7, hash: HASH }),
    given: [{ chain: 'central', head: { sequence: 7, hash: HASH } }],
    event: 'audit-log-verify',
  },
];

/** What boards had to do with before they decided. */
const TESTED_ELSEWHERE = [
  'get /exemptions',
  'post /exemptions',
  'post /exemptions/{id}/withdraw',
  'get /objectives/{kind}/{namespace}/{name}',
  'put /objectives/{kind}/{namespace}/{name}',
  'get /needs',
];

const USER = mockCredentials.user.header('user:default/ann');

describe('governance over HTTP', () => {
  const answering = jest.fn();
  const events: { eventId: string; severityLevel?: string }[] = [];
  let server: Server;
  /** The last answer. */
  let sent: { status: number; headers: Headers; text: string };

  beforeAll(async () => {
    const service = (name: string) =>
      new Proxy(
        {},
        {
          get:
            (_, method) =>
            (...given: unknown[]) =>
              answering(`${name}.${String(method)}`, given),
        },
      );
    const router = await createRouter({
      auditor: mockServices.auditor.mock({
        createEvent: async ({ eventId, severityLevel }) => {
          events.push({ eventId, severityLevel });
          return { success: async () => {}, fail: async () => {} };
        },
      }),
      httpAuth: mockServices.httpAuth(),
      auditLog: service('auditLog'),
      audits: service('audits'),
      boards: service('boards'),
      exemptions: service('exemptions'),
      grants: service('grants'),
      mismatches: service('mismatches'),
      plans: service('plans'),
      proposals: service('proposals'),
    } as unknown as RouterOptions);
    server = express()
      .use('/v1', router)
      .use(mockErrorHandler())
      .listen(0, '127.0.0.1');
    await new Promise(resolve => server.once('listening', resolve));
  });
  afterAll(() => new Promise(resolve => server.close(resolve)));
  beforeEach(() => {
    answering.mockReset();
    events.length = 0;
  });

  function clientAs(authorization: string) {
    const { port } = server.address() as AddressInfo;
    return new AutonomyGovernanceClient({
      discoveryApi: { getBaseUrl: async () => `http://127.0.0.1:${port}` },
      fetchApi: {
        async fetch(url, init) {
          const headers = { ...init?.headers, authorization };
          const response = await fetch(url, { ...init, headers });
          const { status } = response;
          const text = await response.clone().text();
          sent = { status, headers: response.headers, text };
          return response;
        },
      },
    });
  }

  const statusAs = async ({ ask }: Call, authorization: string) => {
    await ask(clientAs(authorization)).catch(() => {});
    return sent.status;
  };

  it('is tested for everything that is documented of it', () => {
    const documented = documentedOperations()
      .filter(({ tags }) =>
        ['Governance', 'Boards', 'Audit log'].includes(tags[0]),
      )
      .map(({ operation }) => operation)
      .sort();
    const tested = CALLS.map(({ operation }) => operation);
    expect([...tested, ...TESTED_ELSEWHERE].sort()).toEqual(documented);
  });

  it.each(CALLS)(
    'hands $operation on, and says what came of it',
    async call => {
      const { answer, ask, event, given, method, operation, service } = call;
      answering.mockImplementation(async () => answer);
      const got = await ask(clientAs(USER));
      const [verb, path] = operation.split(' ');
      expect(answering.mock.calls).toEqual([
        [
          `${service}.${method}`,
          [
            ...given,
            {
              credentials: expect.objectContaining({
                principal: { type: 'user', userEntityRef: 'user:default/ann' },
              }),
            },
          ],
        ],
      ]);
      const isText = typeof answer === 'string';
      expect(isText ? sent.text : got).toEqual(answer);
      expect(sent.headers.get('content-disposition') ?? '').toMatch(
        isText
          ? /^attachment; filename="autonomy-[a-z-]+\.(ics|md|csv)"$/
          : /^$/,
      );
      const body = isText ? undefined : JSON.parse(sent.text);
      const { mistakes } = isText
        ? { mistakes: [] }
        : compareAnswer(verb, path, { ...sent, body });
      expect(mistakes).toEqual([]);
      const isWrite = verb !== 'get';
      const severityLevel: unknown = expect.stringMatching(
        isWrite ? /^high$/ : /^(low|medium)$/,
      );
      expect(events).toEqual(event ? [{ eventId: event, severityLevel }] : []);
      expect(isWrite && !event).toBe(false);
    },
  );

  it.each(CALLS)('lets those who may reach $operation', async call => {
    const isWrite = !call.operation.startsWith('get');
    answering.mockImplementation(async () => call.answer);
    for (const header of [
      mockCredentials.none.header(),
      mockCredentials.user.invalidHeader(),
      mockCredentials.service.invalidHeader(),
    ]) {
      expect(await statusAs(call, header)).toBe(401);
    }
    expect(answering).not.toHaveBeenCalled();
    const asService = await statusAs(call, mockCredentials.service.header());
    // A service is on no board and owns nothing.
    expect(asService).toBe(isWrite ? 403 : 200);
    expect(answering).toHaveBeenCalledTimes(isWrite ? 0 : 1);
  });

  it.each([
    ['markdown', 'text/markdown; charset=utf-8', 'md'],
    ['csv', 'text/csv; charset=utf-8', 'csv'],
  ] as const)('sends a review pack as %s', async (format, type, extension) => {
    answering.mockImplementation(async () => 'text');
    await clientAs(USER).exportReviewPack(BOARD, format, '2026-Q4');
    expect(answering.mock.calls[0][1].slice(0, 3)).toEqual([
      BOARD,
      format,
      '2026-Q4',
    ]);
    expect(sent.headers.get('content-type')).toBe(type);
    expect(sent.headers.get('content-disposition')).toContain(`.${extension}"`);
  });

  it('sends a calendar as one', async () => {
    answering.mockImplementation(async () => 'BEGIN:VCALENDAR\r\n');
    await clientAs(USER).exportCalendar(BOARD);
    expect(sent.headers.get('content-type')).toBe(
      'text/calendar; charset=utf-8',
    );
  });

  it.each([
    ['/proposals?matter=other', 'matter'],
    ['/proposals?state=done', 'state'],
    ['/proposals?limit=201', 'limit'],
    ['/proposals?board=group:', 'board'],
    ['/proposals?entity=checkout', 'entity'],
    ['/proposals?voter=user:default/ann', 'voter'],
    ['/grants?state=done', 'state'],
    ['/plans?entity=x', 'entity'],
    ['/audits?quarter=2026-Q5', 'quarter'],
    ['/mismatches', 'kind'],
    ['/mismatches?kind=both', 'kind'],
    ['/mismatches/matrix?owner=a:', 'owner'],
    ['/boards/group/default/a/calendar?from=yesterday', 'from'],
    ['/boards/group/default/a/review-pack?quarter=now', 'quarter'],
    ['/boards/group/default/a/review-pack/pdf', 'format'],
    ['/audit-log', 'chain'],
    ['/audit-log?chain=domain:', 'chain'],
    ['/audit-log/verification?chain=central&head=1', 'head'],
    [`/audit-log/verification?chain=central&head=0:${HASH}`, 'head'],
    [`/audit-log/verification?chain=central&head=1:${HASH}0`, 'head'],
    ['/proposals/%00', 'NUL'],
    [`/proposals/${'x'.repeat(101)}`, 'id'],
  ])('refuses GET %s by name', async (path, name) => {
    const { port } = server.address() as AddressInfo;
    const response = await fetch(`http://127.0.0.1:${port}/v1${path}`, {
      headers: { authorization: USER },
    });
    const { error } = await response.json();
    expect([response.status, error.name]).toEqual([400, 'InputError']);
    expect(error.message).toContain(name);
    expect(answering).not.toHaveBeenCalled();
  });

  it('would notice an answer that is not described', () => {
    const $ref = schemaOf('get', '/proposals/{id}', 200);
    expect(mistakesIn($ref, samples.proposal)).toEqual([]);
    for (const wrong of [
      { ...samples.proposal, more: 1 },
      { ...samples.proposal, content: { matter: 'grant' } },
    ]) {
      expect(mistakesIn($ref, wrong)).not.toEqual([]);
    }
  });
});
