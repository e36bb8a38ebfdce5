import { AutonomyGovernanceClient } from './AutonomyGovernanceClient';

type Client = AutonomyGovernanceClient;

function setup(status: number, body: unknown) {
  const fetch = jest.fn(
    async (_url: string, _init?: RequestInit) =>
      new Response(typeof body === 'string' ? body : JSON.stringify(body), {
        status,
        headers: { 'content-type': 'application/json' },
      }),
  );
  return {
    fetch,
    client: new AutonomyGovernanceClient({ fetchApi: { fetch } }),
  };
}

const BOARD = 'group:default/payments board';
const BOARD_PATH = 'boards/group/default/payments%20board';
const CHECKOUT = 'component:default/checkout';
const JANUARY = Date.parse('2026-01-01T00:00:00Z');
const JANUARY_TEXT = '2026-01-01T00:00:00.000Z';
const HASH = 'a'.repeat(64);

const vote = { vote: 'approve' as const, comment: 'It held for a month' };
const draft = {
  title: 'Keys out of the code',
  reason: 'A key was in the repository',
  approach: 'targeted-guardrails' as const,
  areas: ['security'],
  cap: 2 as const,
  criteria: ['secrets-scanned'],
  incidents: ['pager/1'],
};
const dates = { startsAt: JANUARY, endsAt: JANUARY, reviewAt: JANUARY };
const datesOnWire = {
  startsAt: JANUARY_TEXT,
  endsAt: JANUARY_TEXT,
  reviewAt: JANUARY_TEXT,
};

const READS: [string, (client: Client) => Promise<unknown>][] = [
  [
    'proposals?board=group%3Adefault%2Fa&board=group%3Adefault%2Fb&matter=plan-change&state=open&limit=5&cursor=c',
    client =>
      client.listProposals({
        board: ['group:default/a', 'group:default/b'],
        entity: [],
        matter: ['plan-change'],
        state: ['open'],
        limit: 5,
        cursor: 'c',
      }),
  ],
  ['proposals', client => client.listProposals()],
  ['proposals/a%2Fb', client => client.getProposal('a/b')],
  [
    'grants?entity=component%3Adefault%2Fcheckout&state=in-force',
    client => client.listGrants({ entity: [CHECKOUT], state: ['in-force'] }),
  ],
  [
    'plans?entity=component%3Adefault%2Fcheckout&state=active&state=draft',
    client =>
      client.listPlans({ entity: [CHECKOUT], state: ['active', 'draft'] }),
  ],
  ['plans/a%20b', client => client.getPlan('a b')],
  [
    'audits?domain=domain%3Adefault%2Fd&quarter=2026-Q4',
    client =>
      client.listAudits({ domain: ['domain:default/d'], quarter: ['2026-Q4'] }),
  ],
  ['audits/1', client => client.getAudit('1')],
  [
    'mismatches?kind=surplus&area=security&limit=10',
    client =>
      client.listMismatches({ kind: 'surplus', area: ['security'], limit: 10 }),
  ],
  [
    'mismatches/matrix?owner=group%3Adefault%2Fa',
    client => client.getRiskMatrix({ owner: ['group:default/a'] }),
  ],
  [`${BOARD_PATH}/agenda`, client => client.getAgenda(BOARD)],
  [`${BOARD_PATH}/calendar`, client => client.getCalendar(BOARD)],
  [
    `${BOARD_PATH}/calendar?from=2026-01-01T00%3A00%3A00.000Z`,
    client => client.getCalendar(BOARD, { from: JANUARY }),
  ],
  [`${BOARD_PATH}/statistics`, client => client.getBoardStatistics(BOARD)],
  [`${BOARD_PATH}/review-pack`, client => client.getReviewPack(BOARD)],
  [
    `${BOARD_PATH}/review-pack?quarter=2026-Q4`,
    client => client.getReviewPack(BOARD, '2026-Q4'),
  ],
  [
    'audit-log?chain=domain%3Adefault%2Fd&entity=component%3Adefault%2Fcheckout&limit=200',
    client =>
      client.listAuditLog({
        chain: 'domain:default/d',
        entity: CHECKOUT,
        limit: 200,
      }),
  ],
  [
    'audit-log/verification?chain=central',
    client => client.verifyAuditLog('central'),
  ],
  [
    `audit-log/verification?chain=central&head=7%3A${HASH}`,
    client => client.verifyAuditLog('central', { sequence: 7, hash: HASH }),
  ],
];

const LISTS: [string, (client: Client) => Promise<unknown>][] = [
  [
    'entities/component/default/checkout/repair-advice',
    client => client.getRepairAdvice(CHECKOUT),
  ],
  ['boards', client => client.listBoards()],
  ['audit-log/chains', client => client.listAuditChains()],
  [`${BOARD_PATH}/debt`, client => client.getDebt(BOARD)],
];

const FILES: [string, (client: Client) => Promise<Blob>][] = [
  [`${BOARD_PATH}/calendar.ics`, client => client.exportCalendar(BOARD)],
  [
    `${BOARD_PATH}/review-pack/markdown`,
    client => client.exportReviewPack(BOARD, 'markdown'),
  ],
  [
    `${BOARD_PATH}/review-pack/csv?quarter=2026-Q4`,
    client => client.exportReviewPack(BOARD, 'csv', '2026-Q4'),
  ],
];

const WRITES: [string, string, object, (client: Client) => Promise<unknown>][] =
  [
    [
      'POST',
      'proposals',
      {
        matter: 'bypass',
        entityRef: CHECKOUT,
        reason: 'The review is done',
        source: 'pager',
        incidentId: '1',
        wanted: 'clear',
      },
      client =>
        client.propose({
          matter: 'bypass',
          entityRef: CHECKOUT,
          reason: 'The review is done',
          source: 'pager',
          incidentId: '1',
          wanted: 'clear',
        }),
    ],
    ['POST', 'proposals/a%2Fb/votes', vote, client => client.vote('a/b', vote)],
    [
      'POST',
      'proposals/votes',
      { ids: ['a', 'b'], ...vote },
      client => client.voteOnAll(['a', 'b'], vote),
    ],
    [
      'POST',
      'proposals/a/withdraw',
      {},
      client => client.withdrawProposal('a'),
    ],
    [
      'POST',
      'proposals/a/appeal',
      { reason: 'why' },
      client => client.appeal('a', 'why'),
    ],
    [
      'POST',
      'exemptions/a/revoke',
      { reason: 'why' },
      client => client.revokeExemption('a', 'why'),
    ],
    [
      'POST',
      'grants',
      {
        entityRef: CHECKOUT,
        area: 'deployment',
        right: 5,
        reason: 'why',
        expiresAt: JANUARY_TEXT,
        trial: { failsFrom: 'medium' },
      },
      client =>
        client.proposeGrant({
          entityRef: CHECKOUT,
          area: 'deployment',
          right: 5,
          reason: 'why',
          expiresAt: JANUARY,
          trial: { failsFrom: 'medium' },
        }),
    ],
    [
      'POST',
      'grants/a/revoke',
      { reason: 'why' },
      client => client.revokeGrant('a', 'why'),
    ],
    [
      'POST',
      'grants/a/renew',
      { expiresAt: JANUARY_TEXT, reason: 'why' },
      client => client.renewGrant('a', { expiresAt: JANUARY, reason: 'why' }),
    ],
    [
      'POST',
      'plans',
      { entityRef: CHECKOUT, ...draft, ...datesOnWire },
      client => client.draftPlan({ entityRef: CHECKOUT, ...draft, ...dates }),
    ],
    [
      'PUT',
      'plans/a',
      { revision: 2, ...draft, ...datesOnWire },
      client => client.changePlan('a', { revision: 2, ...draft, ...dates }),
    ],
    ['POST', 'plans/a/withdraw', {}, client => client.withdrawPlan('a')],
    [
      'POST',
      'plans/a/sign',
      { revision: 2, comment: 'why' },
      client => client.signPlan('a', { revision: 2, comment: 'why' }),
    ],
    [
      'POST',
      'plans/a/move',
      { change: 'extend', reason: 'why', until: JANUARY_TEXT },
      client =>
        client.movePlan('a', {
          change: 'extend',
          reason: 'why',
          until: JANUARY,
        }),
    ],
    [
      'POST',
      'plans/a/move',
      { change: 'lift', reason: 'why' },
      client => client.movePlan('a', { change: 'lift', reason: 'why' }),
    ],
    [
      'POST',
      'audits',
      { entityRef: CHECKOUT, reason: 'why' },
      client => client.openAudit({ entityRef: CHECKOUT, reason: 'why' }),
    ],
    [
      'POST',
      'audits/a/ratings',
      { ratings: { security: 2 }, note: 'n' },
      client => client.rate('a', { ratings: { security: 2 }, note: 'n' }),
    ],
    [
      'POST',
      'audits/ratings',
      { ids: ['a', 'b'], note: 'n' },
      client => client.rateAllAsRecommended(['a', 'b'], 'n'),
    ],
    [
      'POST',
      'audits/a/agreement',
      {
        agreed: { security: 2 },
        summary: 's',
        actions: [{ kind: 'grant', title: 't', dueAt: JANUARY_TEXT }],
        followUpAt: JANUARY_TEXT,
      },
      client =>
        client.agree('a', {
          agreed: { security: 2 },
          summary: 's',
          actions: [{ kind: 'grant', title: 't', dueAt: JANUARY }],
          followUpAt: JANUARY,
        }),
    ],
  ];

describe('AutonomyGovernanceClient', () => {
  it.each(READS)('reads %s', async (path, read) => {
    const { client, fetch } = setup(200, { told: true });

    await expect(read(client)).resolves.toEqual({ told: true });
    expect(fetch).toHaveBeenCalledWith(`plugin://autonomy/v1/${path}`);
  });

  it.each(LISTS)('reads the items of %s', async (path, read) => {
    const { client, fetch } = setup(200, { items: [{ told: true }] });

    await expect(read(client)).resolves.toEqual([{ told: true }]);
    expect(fetch).toHaveBeenCalledWith(`plugin://autonomy/v1/${path}`);
  });

  it.each(FILES)('reads the file %s as it is', async (path, read) => {
    const { client, fetch } = setup(200, 'BEGIN:VCALENDAR\r\n');

    const file = await read(client);
    await expect(file.text()).resolves.toBe('BEGIN:VCALENDAR\r\n');
    expect(fetch).toHaveBeenCalledWith(`plugin://autonomy/v1/${path}`);
  });

  it.each(WRITES)('writes %s %s %j', async (method, path, body, write) => {
    const { client, fetch } = setup(200, { told: true });

    await expect(write(client)).resolves.toEqual({ told: true });
    const [[url, init]] = fetch.mock.calls;
    expect(url).toBe(`plugin://autonomy/v1/${path}`);
    expect(init).toMatchObject({
      method,
      headers: { 'content-type': 'application/json' },
    });
    expect(JSON.parse(init?.body as string)).toEqual(body);
  });

  it.each<[string, (client: Client) => Promise<unknown>]>([
    ['proposal', client => client.getProposal('x')],
    ['plan', client => client.getPlan('x')],
    ['audit', client => client.getAudit('x')],
  ])('answers undefined for a %s that is not there', async (_, read) => {
    const { client } = setup(404, {
      error: { name: 'NotFoundError', message: 'no' },
    });

    await expect(read(client)).resolves.toBe(undefined);
  });

  it('throws what the backend said, with its cause', async () => {
    const { client } = setup(409, {
      error: { name: 'ConflictError', message: 'somebody was quicker' },
      response: { statusCode: 409 },
    });

    for (const call of [...READS, ...LISTS, ...FILES, ...WRITES]) {
      const ask = call.at(-1) as (asked: Client) => Promise<unknown>;
      await expect(ask(client)).rejects.toMatchObject({
        name: 'ResponseError',
        statusCode: 409,
        cause: { name: 'ConflictError', message: 'somebody was quicker' },
      });
    }
  });

  it('throws where a board is not there', async () => {
    const { client } = setup(404, {
      error: { name: 'NotFoundError', message: 'no board' },
    });

    await expect(client.getAgenda(BOARD)).rejects.toMatchObject({
      name: 'ResponseError',
      statusCode: 404,
    });
  });
});
