import {
  quarterOf,
  type Board,
  type BoardAgenda,
  type BoardCalendar,
  type BoardStatistics,
  type ReviewPack,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import {
  entity,
  organisation,
  startAutonomy,
  type AutonomyUnderTest,
} from '../../__testUtils__';

const databases = TestDatabases.create();
jest.setTimeout(60_000);

const DAY = 86_400_000;
const ALLOWED = { result: 'ALLOW' as const };
const DENIED = { result: 'DENY' as const };
const BOARD = 'group:default/payments-board';
const CENTRAL = 'group:default/architects';
const PAYMENTS = 'domain:default/payments';
const ref = (name: string) => `component:default/${name}`;
const path = (name: string, rest: string) =>
  `/boards/group/default/${name}/${rest}`;
const ours = (rest: string) => path('payments-board', rest);
const TABLES = [
  'proposal_votes',
  'proposals',
  'exemptions',
  'grants',
  'plans',
  'trust_audits',
  'objectives',
];

describe.each(databases.eachSupportedId())('boards on %s', databaseId => {
  const START = Date.now();
  const at = (day: number) => START + day * DAY;
  let knex: Knex;
  let app: AutonomyUnderTest;

  beforeAll(async () => {
    knex = await databases.init(databaseId);
    app = await startAutonomy({
      knex,
      entities: [
        ...organisation(),
        entity('payments-board', {
          kind: 'Group',
          title: 'Payments Board',
          members: ['user:default/vera', 'user:default/vito'],
        }),
      ],
      config: {
        boardsWithoutPermissions: true,
        centralBoard: CENTRAL,
        boards: { 'domain:default/empty': 'group:default/empty-board' },
      },
    });
    // What is written below is not to be written over.
    await app.eventually(
      async () => {
        const preliminary = await knex('evaluations').whereNull('started_at');
        const waiting = await knex('evaluation_queue').whereNotNull('asked_at');
        return preliminary.length + waiting.length;
      },
      count => count === 0,
    );
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    for (const table of TABLES) {
      await knex(table).delete();
    }
    app.ownership = [];
    allow(ALLOWED);
  });

  /** What both permissions to read say. */
  function allow(own: object, catalog: object = ALLOWED) {
    app.permissions.authorizeConditional.mockImplementation(
      async requests =>
        requests.map((_, n) => (n === 1 ? catalog : own)) as any,
    );
  }
  const only = (rule: string, params: object) => ({
    result: 'CONDITIONAL',
    pluginId: 'catalog',
    resourceType: 'catalog-entity',
    conditions: { rule, resourceType: 'catalog-entity', params },
  });

  const read = async <T>(where: string): Promise<T> => {
    const { body, status } = await app.get(where);
    expect({ body, status }).toMatchObject({ status: 200 });
    return body;
  };

  let id = 0;
  const putProposal = async (
    name: string,
    { content, signers = [], ...rest }: Record<string, any> = {},
  ) => {
    const proposalId = `p${`${++id}`.padStart(4, '0')}`;
    const matter = rest.matter ?? 'exemption';
    await knex('proposals').insert({
      id: proposalId,
      matter,
      entity_ref: ref(name),
      subject: proposalId,
      domain_ref: PAYMENTS,
      board_ref: BOARD,
      content: JSON.stringify({ matter, title: `Matter ${id}`, ...content }),
      evidence: '[]',
      is_request: true,
      opened_by: 'user:default/ann',
      opened_at: at(-10),
      state: 'open',
      ...rest,
    });
    for (const voter of signers) {
      await knex('proposal_votes').insert({
        proposal_id: proposalId,
        voter_ref: `user:default/${voter}`,
        vote: rest.state === 'rejected' ? 'reject' : 'approve',
        comment: `Because ${voter}`,
        cast_at: at(-1),
      });
    }
    return proposalId;
  };
  const putDecided = (signer: string, rest: Record<string, any> = {}) =>
    putProposal('checkout', {
      state: 'approved',
      decided_at: at(-9),
      quorum: 1,
      signers: [signer],
      ...rest,
    });
  const putExemption = (name: string, to: number, rest: object = {}) =>
    knex('exemptions').insert({
      id: `e${++id}`,
      entity_ref: ref(name),
      check_id: 'tracing',
      reason: 'x',
      from_at: at(-10),
      expires_at: at(to),
      recorded_at: at(-10),
      ...rest,
    });
  const putGrant = (name: string, to: number, rest: object = {}) =>
    knex('grants').insert({
      id: `g${++id}`,
      entity_ref: ref(name),
      area: 'security',
      granted_right: 4,
      recommended: 3,
      reason: 'x',
      board_ref: BOARD,
      proposal_id: `p${id}`,
      opened_by: 'user:default/ann',
      opened_at: at(-10),
      from_at: at(-9),
      expires_at: at(to),
      outcome: 'approved',
      decided_at: at(-9),
      ...rest,
    });
  const putPlan = (name: string, to: number, rest: object = {}) =>
    knex('plans').insert({
      id: `plan${++id}`,
      entity_ref: ref(name),
      title: `Plan ${id}`,
      reason: 'x',
      approach: 'targeted-guardrails',
      areas: '["deployment"]',
      cap: 2,
      criteria: '[]',
      incidents: '[]',
      starts_at: at(-20),
      ends_at: at(to),
      review_at: at(to - 5),
      opened_by: 'user:default/ann',
      opened_as: 'team',
      opened_at: at(-21),
      revision: 1,
      signed_at: at(-20),
      team_signed_by: 'user:default/ann',
      team_signed_at: at(-20),
      board_signed_by: 'user:default/vera',
      board_signed_at: at(-20),
      updated_at: at(-20),
      ...rest,
    });
  const putAudit = (name: string, due: number, rest: object = {}) =>
    knex('trust_audits').insert({
      id: `audit${++id}`,
      entity_ref: ref(name),
      domain_ref: PAYMENTS,
      board_ref: BOARD,
      quarter: quarterOf(START).name,
      cause: 'asked',
      opened_at: at(-40),
      due_at: at(due),
      lapses_at: at(due),
      state: 'rating',
      actions: '[]',
      ...rest,
    });
  const putObjective = (review: number) =>
    knex('objectives').insert({
      domain_ref: PAYMENTS,
      statement: 'Every payment arrives once',
      measures: '[]',
      owner_ref: 'group:default/team-a',
      review_at: at(review),
      updated_at: at(-1),
      updated_by: 'user:default/vera',
    });

  describe('are listed', () => {
    const list = async () => (await read<{ items: Board[] }>('/boards')).items;

    it('with their domains, the central one first', async () => {
      await putProposal('checkout');
      await putProposal('ledger', { lapses_at: at(-1) });
      await putProposal('ledger', { matter: 'grant', board_ref: CENTRAL });
      app.ownership = [BOARD];
      expect(await list()).toEqual([
        {
          boardRef: CENTRAL,
          central: true,
          domains: [{ domainRef: 'domain:default/content', entities: 1 }],
          member: false,
          open: 1,
        },
        {
          boardRef: BOARD,
          title: 'Payments Board',
          central: false,
          domains: [{ domainRef: PAYMENTS, entities: 2 }],
          member: true,
          open: 1,
        },
      ]);
    });

    it('with those of the settings for their members', async () => {
      app.ownership = ['group:default/empty-board'];
      expect((await list()).map(({ boardRef }) => boardRef)).toEqual([
        CENTRAL,
        'group:default/empty-board',
        BOARD,
      ]);
    });

    it('as far as one may read the entities', async () => {
      await putProposal('checkout');
      await putProposal('ledger');
      allow(ALLOWED, only('HAS_METADATA', { key: 'title', value: 'Checkout' }));
      const [central, board] = await list();
      expect(central).toMatchObject({
        boardRef: CENTRAL,
        domains: [],
        open: 0,
      });
      expect(board).toMatchObject({
        domains: [{ domainRef: PAYMENTS, entities: 1 }],
        open: 1,
      });
      allow(DENIED);
      expect(await list()).toEqual([
        {
          boardRef: CENTRAL,
          central: true,
          domains: [],
          member: false,
          open: 0,
        },
      ]);
    });

    it('as the catalog shows the entities where nobody else can tell', async () => {
      await putProposal('checkout');
      await putProposal('ledger');
      const { entities } = app.catalog;
      app.catalog.remove('ledger');
      allow(ALLOWED, only('CUSTOM', {}));
      const boards = await list();
      const agenda = await read<BoardAgenda>(ours('agenda'));
      app.catalog.entities = entities;
      expect(boards.find(({ boardRef }) => boardRef === BOARD)).toMatchObject({
        domains: [{ domainRef: PAYMENTS, entities: 1 }],
        open: 1,
      });
      expect(agenda.counts.proposals).toBe(1);
      expect(agenda.proposals.map(({ entityRef }) => entityRef)).toEqual([
        ref('checkout'),
      ]);
    });
  });

  it.each([
    'agenda',
    'calendar',
    'calendar.ics',
    'statistics',
    'debt',
    'review-pack',
    'review-pack/csv',
  ])('are not there for whoever may read nothing of them (%s)', async what => {
    expect((await app.get(path('nobody', what))).status).toBe(404);
    expect((await app.get(ours(what))).status).toBe(200);
    allow(DENIED);
    const hidden = await app.get(ours(what));
    expect(hidden.status).toBe(404);
    expect(hidden.body.error.message).toBe(`No board ${BOARD}`);
    const nobody = mockCredentials.none.header();
    expect((await app.get(ours(what), nobody)).status).toBe(401);
  });

  describe('have an agenda', () => {
    const agenda = () => read<BoardAgenda>(ours('agenda'));

    it('of what is open, the oldest first', async () => {
      const old = await putProposal('ledger', { opened_at: at(-30) });
      const recent = await putProposal('checkout', { opened_at: at(-1) });
      await putProposal('checkout', { state: 'withdrawn', decided_at: at(-1) });
      await putProposal('checkout', { lapses_at: at(-1) });
      await putProposal('checkout', { board_ref: CENTRAL });
      const { counts, proposals } = await agenda();
      expect(proposals.map(each => each.id)).toEqual([old, recent]);
      expect(counts).toEqual({ proposals: 2, plans: 0, audits: 0 });
    });

    it('of 100 at the most, and how many there are', async () => {
      for (let n = 0; n < 103; n++) {
        await putProposal('ledger', { opened_at: at(-n) });
      }
      const { counts, proposals } = await agenda();
      expect(counts.proposals).toBe(103);
      expect(proposals).toHaveLength(100);
      expect(proposals[0].openedAt).toBe(at(-102));
    });

    it('of plans that end and audits that wait', async () => {
      await putPlan('checkout', 29, { title: 'Ends soon' });
      await putPlan('checkout', 29, {
        extended_to: at(59),
        extended_at: at(-1),
      });
      await putPlan('ledger', 40);
      await putAudit('checkout', 5);
      await putAudit('ledger', 3, { state: 'comparing' });
      await putAudit('ledger', 3, { state: 'agreed' });
      const { audits, counts, plans } = await agenda();
      expect(plans.map(({ title }) => title)).toEqual(['Ends soon']);
      expect(audits.map(({ entityRef }) => entityRef)).toEqual([
        ref('ledger'),
        ref('checkout'),
      ]);
      expect(counts).toEqual({ proposals: 0, plans: 1, audits: 2 });
    });

    it('of what it let pass', async () => {
      await putPlan('checkout', -3, { title: 'Undecided' });
      await putPlan('ledger', -200, { starts_at: at(-230) });
      await putAudit('ledger', -2);
      await putProposal('ledger', { lapses_at: at(-1) });
      await putProposal('ledger', { lapses_at: at(-100) });
      const { findings } = await agenda();
      expect(
        findings.map(({ at: day, kind, title }) => [kind, day, title]),
      ).toEqual([
        ['objective-missing', undefined, PAYMENTS],
        ['proposal-lapsed', at(-1), expect.stringMatching(/^Matter/)],
        ['audit-lapsed', at(-2), expect.stringMatching(/^ledger|component/)],
        ['plan-lapsed', at(-3), 'Undecided'],
      ]);
      await putObjective(-1);
      expect((await agenda()).findings[0]).toEqual({
        kind: 'objective-overdue',
        ref: PAYMENTS,
        domainRef: PAYMENTS,
        title: PAYMENTS,
        at: at(-1),
      });
      await knex('objectives').update({ review_at: at(9) });
      expect((await agenda()).findings[0].kind).toBe('proposal-lapsed');
    });
  });

  it('owe exemptions, of the pairs of entities and guardrails', async () => {
    const states = await knex('evaluations')
      .whereIn('entity_ref', [ref('checkout'), ref('ledger')])
      .select('entity_ref', 'guardrail_states');
    await knex('evaluations')
      .where('entity_ref', ref('checkout'))
      .update({ guardrail_states: 'eeoo' });
    await knex('evaluations')
      .where('entity_ref', ref('ledger'))
      .update({ guardrail_states: 'oooooo' });
    const { items } = await read<{ items: object[] }>(ours('debt'));
    const { debt, findings } = await read<BoardAgenda>(ours('agenda'));
    for (const row of states) {
      await knex('evaluations')
        .where('entity_ref', row.entity_ref)
        .update({ guardrail_states: row.guardrail_states });
    }
    expect(items).toEqual([
      { domainRef: PAYMENTS, pairs: 10, exempt: 2, share: 0.2, limit: 0.1 },
    ]);
    expect(debt).toEqual(items);
    expect(findings[0]).toEqual({
      kind: 'debt-exceeded',
      domainRef: PAYMENTS,
      title: PAYMENTS,
    });
  });

  describe('have a calendar', () => {
    async function putDates() {
      await putProposal('ledger', { lapses_at: at(1) });
      await putExemption('ledger', 2);
      await putExemption('ledger', -1);
      await putExemption('articles', 2);
      await putGrant('ledger', 3);
      await putGrant('ledger', 3, { board_ref: CENTRAL, area: 'tooling' });
      await putPlan('ledger', 9, { title: 'Rehearse' });
      await putAudit('checkout', 10);
      await putObjective(12);
      await putProposal('checkout', { lapses_at: at(100) });
    }
    const kinds = ({ items }: BoardCalendar) =>
      items.map(({ at: day, kind }) => [kind, Math.round((day - START) / DAY)]);

    it('of what ends and what is due', async () => {
      await putDates();
      const calendar = await read<BoardCalendar>(ours('calendar'));
      expect(calendar.to - calendar.from).toBe(90 * DAY);
      expect(kinds(calendar)).toEqual([
        ['proposal-lapses', 1],
        ['exemption-ends', 2],
        ['grant-ends', 3],
        ['plan-review', 4],
        ['plan-ends', 9],
        ['audit-due', 10],
        ['objective-review', 12],
      ]);
      expect(calendar.items[4]).toEqual({
        kind: 'plan-ends',
        at: at(9),
        title: 'Rehearse',
        ref: expect.any(String),
        entityRef: ref('ledger'),
      });
    });

    it('of a time that is asked for', async () => {
      await putDates();
      const iso = (day: number) =>
        encodeURIComponent(new Date(at(day)).toISOString());
      const calendar = await read<BoardCalendar>(
        ours(`calendar?from=${iso(3)}&to=${iso(10)}`),
      );
      expect(calendar).toMatchObject({ from: at(3), to: at(10) });
      expect(kinds(calendar)).toEqual([
        ['grant-ends', 3],
        ['plan-review', 4],
        ['plan-ends', 9],
      ]);
      for (const [from, to] of [
        [3, 3],
        [3, 2],
        [0, 367],
      ]) {
        const { body, status } = await app.get(
          ours(`calendar?from=${iso(from)}&to=${iso(to)}`),
        );
        expect(status).toBe(400);
        expect(body.error.message).toContain(
          'Invalid to: expected at most 366 days after from',
        );
      }
    });

    it('as a file for other calendars', async () => {
      await putDates();
      const answer = await app.get(ours('calendar.ics'));
      expect(answer.headers['content-type']).toMatch(/^text\/calendar/);
      expect(answer.headers['content-disposition']).toContain('.ics');
      const lines = answer.text.split('\r\n');
      expect(lines[0]).toBe('BEGIN:VCALENDAR');
      expect(lines.filter(line => line === 'BEGIN:VEVENT')).toHaveLength(7);
      expect(answer.text).toContain('SUMMARY:Plan ends: Rehearse');
    });
  });

  describe('have statistics', () => {
    const statistics = () => read<BoardStatistics>(ours('statistics'));

    it('of the last year, and of nobody', async () => {
      await putDecided('vera', { content: { renewalOf: 'e1' } });
      await putDecided('vera');
      await putDecided('vito');
      await putDecided('vito', { state: 'rejected' });
      await putDecided('vera', { decided_at: at(-366), opened_at: at(-367) });
      await putDecided('vera', { board_ref: CENTRAL });
      await putProposal('ledger', { lapses_at: at(-1) });
      await putProposal('ledger', { opened_at: at(-31) });
      expect(await statistics()).toMatchObject({
        decisions: 4,
        isWithheld: true,
      });
      await putDecided('vito', { decided_at: at(-8) });
      await putDecided('vera');
      const found = await statistics();
      expect(found).toMatchObject({
        decisions: 6,
        isWithheld: false,
        approvedShare: 5 / 6,
        medianMinutes: 24 * 60,
        renewedShare: 1 / 5,
        lapsed: 1,
        overdue: 1,
        byMatter: [{ matter: 'exemption', decisions: 6, approved: 5 }],
      });
      expect(found.to - found.from).toBe(365 * DAY);
      expect(JSON.stringify(found)).not.toContain('user:');
    });

    it('only of what one may read', async () => {
      for (const signer of ['vera', 'vito', 'vera', 'vito', 'vera']) {
        await putDecided(signer);
      }
      await putDecided('vera', { entity_ref: ref('ledger') });
      expect(await statistics()).toMatchObject({ decisions: 6 });
      allow(ALLOWED, only('HAS_METADATA', { key: 'title', value: 'Checkout' }));
      expect(await statistics()).toMatchObject({ decisions: 5 });
    });
  });

  describe('have a review pack', () => {
    const quarter = quarterOf(START);

    it('of the quarter', async () => {
      const within = Math.max(quarter.from, at(-9));
      await putDecided('vera', { decided_at: within, opened_at: within - DAY });
      await putDecided('vera', {
        decided_at: quarter.from - 1,
        opened_at: quarter.from - DAY,
      });
      const open = await putProposal('ledger');
      await putPlan('ledger', 9, { title: 'Rehearse' });
      await putPlan('ledger', -150, { starts_at: at(-180) });
      await putAudit('ledger', 10);
      await putAudit('checkout', 10, { quarter: '2020-Q1' });
      await putObjective(12);
      const pack = await read<ReviewPack>(ours('review-pack'));
      expect(pack).toMatchObject({
        boardRef: BOARD,
        title: 'Payments Board',
        quarter: quarter.name,
        from: quarter.from,
        to: quarter.to,
        domains: [
          {
            domainRef: PAYMENTS,
            objective: 'Every payment arrives once',
            entities: 2,
            debt: { limit: 0.1 },
          },
        ],
        open: [{ id: open }],
        plans: [{ title: 'Rehearse' }],
        audits: [{ entityRef: ref('ledger') }],
        statistics: { decisions: 1, isWithheld: true },
        isCut: false,
      });
      expect(pack.decided.map(({ decidedAt }) => decidedAt)).toEqual([within]);

      const markdown = await app.get(ours('review-pack/markdown'));
      expect(markdown.headers['content-type']).toMatch(/^text\/markdown/);
      expect(markdown.text).toContain(
        `# Review of Payments Board, ${quarter.name}`,
      );
      const csv = await app.get(ours('review-pack/csv'));
      expect(csv.headers['content-type']).toMatch(/^text\/csv/);
      expect(csv.headers['content-disposition']).toContain('.csv');
      expect(csv.text.split('\r\n')).toHaveLength(7);
      for (const { text } of [markdown, csv]) {
        expect(text).toContain('Rehearse');
        expect(text).not.toContain('user:');
      }
    });

    it('of a quarter that is asked for', async () => {
      expect(
        await read<ReviewPack>(ours('review-pack?quarter=2020-Q2')),
      ).toMatchObject({
        quarter: '2020-Q2',
        from: Date.UTC(2020, 3, 1),
        to: Date.UTC(2020, 6, 1),
        decided: [],
      });
      const { body, status } = await app.get(
        ours('review-pack?quarter=2020-Q5'),
      );
      expect(status).toBe(400);
      expect(body.error.message).toMatch(/quarter/);
      expect((await app.get(ours('review-pack/pdf'))).status).toBe(400);
    });

    it('whose table holds no formula', async () => {
      await putPlan('ledger', 9, { title: '=HYPERLINK("http://x")' });
      const { text } = await app.get(ours('review-pack/csv'));
      expect(text).toContain(`'=HYPERLINK`);
    });
  });
});
