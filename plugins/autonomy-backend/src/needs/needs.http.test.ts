import type {
  Need,
  Needs,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import {
  organisation,
  startAutonomy,
  type AutonomyUnderTest,
} from '../__testUtils__';

const databases = TestDatabases.create();
jest.setTimeout(60_000);

const DAY = 86_400_000;
const ANN = 'user:default/ann';
const TEAM = 'group:default/team-a';
const BOARD = 'group:default/payments-board';
const ref = (name: string) => `component:default/${name}`;

describe.each(databases.eachSupportedId())('needs on %s', databaseId => {
  const START = Date.now();
  const at = (day: number) => START + day * DAY;
  let knex: Knex;
  let app: AutonomyUnderTest;

  beforeAll(async () => {
    knex = await databases.init(databaseId);
    app = await startAutonomy({
      knex,
      entities: organisation(),
      config: { boardsWithoutPermissions: true },
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
    await knex('evaluation_shapes').insert({
      id: 'test',
      shape: JSON.stringify({
        areas: [],
        readiness: [],
        guardrails: ['reviewers', 'backups', 'secrets'].map(id => ({
          id,
          title: `About ${id}`,
        })),
      }),
    });
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    for (const table of [
      'attestations',
      'deployments',
      'exemption_requests',
      'exemptions',
      'incident_proposals',
      'incidents',
      'plans',
      'proposals',
      'trust_audits',
    ]) {
      await knex(table).delete();
    }
    await knex('evaluations').update({
      level: 1,
      eligible_level: 1,
      at_risk_since: null,
      proposed_level: null,
      guardrail_status: 'ok',
      guardrail_rank: 1,
      shape_id: 'test',
      guardrail_states: 'ooo',
    });
    app.ownership = [ANN, TEAM];
    allowAll();
  });

  function allowAll() {
    app.permissions.authorizeConditional.mockImplementation(async requests =>
      requests.map(() => ({ result: 'ALLOW' as const })),
    );
  }

  const user = mockCredentials.user.header(ANN);
  const read = async (): Promise<Needs> => (await app.get('/needs', user)).body;
  /** What is told, in few words. */
  const told = ({ items }: Needs) =>
    items.map(({ entity, kind, subject }) =>
      [kind, entity.name, subject].filter(Boolean).join(' '),
    );
  const evaluate = (name: string, columns: object) =>
    knex('evaluations').where('entity_ref', ref(name)).update(columns);

  let id = 0;
  const putIncident = (name: string, rest: object = {}) =>
    knex('incidents').insert({
      source: 'pager',
      incident_id: `${++id}`,
      entity_ref: ref(name),
      title: `Down ${id}`,
      severity: 'high',
      areas: '[]',
      started_at: at(-20),
      resolved_at: at(-19),
      irreversible: false,
      recorded_at: at(-20),
      content_hash: 'x',
      ...rest,
    });
  const putDeployment = (name: string, day: number, rest: object = {}) =>
    knex('deployments').insert({
      source: 'ci',
      deployment_id: `${++id}`,
      entity_ref: ref(name),
      status: 'succeeded',
      area: 'security',
      finished_at: at(day),
      recorded_at: at(day),
      content_hash: 'x',
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
  const putRequest = (name: string, rest: object = {}) =>
    knex('exemption_requests').insert({
      id: `r${++id}`,
      entity_ref: ref(name),
      check_id: 'structured-logs',
      reason: 'x',
      requested_by: ANN,
      requested_at: at(-1),
      expires_at: at(20),
      ...rest,
    });
  const putProposal = async (
    name: string,
    { content, ...rest }: Record<string, unknown> & { matter: string },
  ) => {
    const proposalId = `p${++id}`;
    await knex('proposals').insert({
      id: proposalId,
      entity_ref: ref(name),
      subject: proposalId,
      board_ref: BOARD,
      content: JSON.stringify(content ?? { matter: rest.matter }),
      evidence: '[]',
      is_request: false,
      opened_at: at(-1),
      state: 'open',
      ...rest,
    });
    return proposalId;
  };
  const putAnswer = (name: string, to: number, rest: object = {}) =>
    knex('attestations').insert({
      id: `a${++id}`,
      entity_ref: ref(name),
      check_id: 'service-metrics',
      sequence: 1,
      answer: 'yes',
      attested_by: ANN,
      owner_ref: TEAM,
      recorded_at: at(-30),
      expires_at: at(to),
      ...rest,
    });

  it('are told to people only', async () => {
    for (const [as, status] of [
      [mockCredentials.none.header(), 401],
      [mockCredentials.user.invalidHeader(), 401],
      [mockCredentials.service.header(), 403],
      [user, 200],
    ] as const) {
      expect((await app.get('/needs', as)).status).toBe(status);
    }
    expect(await read()).toEqual({
      items: [],
      counts: {},
      owned: 2,
      boards: 0,
    });
    app.ownership = [];
    expect(await read()).toEqual({
      items: [],
      counts: {},
      owned: 0,
      boards: 0,
    });
  });

  it('are guardrails and levels of what one owns', async () => {
    await evaluate('checkout', {
      guardrail_status: 'breached',
      guardrail_rank: 4,
      guardrail_states: 'bru',
      level: 3,
      eligible_level: 2,
      at_risk_since: at(-4),
    });
    const { body } = await knex('evaluations')
      .where('entity_ref', ref('ledger'))
      .first('body');
    const result = JSON.parse(body);
    await evaluate('ledger', {
      eligible_level: 2,
      guardrail_states: 'oro',
      body: JSON.stringify({
        ...result,
        guardrails: {
          ...result.guardrails,
          guardrails: [{ check: { id: 'backups' }, breachesAt: at(3) }],
        },
      }),
    });
    await evaluate('articles', { guardrail_states: 'bbb', at_risk_since: 1 });
    const needs = await read();
    expect(told(needs)).toEqual([
      'guardrail-breached checkout About reviewers',
      'guardrail-breached checkout About secrets',
      'guardrail-at-risk ledger About backups',
      'level-at-risk checkout',
      'guardrail-at-risk checkout About backups',
      'next-level ledger',
    ]);
    expect(needs.counts).toEqual({
      'guardrail-breached': 2,
      'guardrail-at-risk': 2,
      'level-at-risk': 1,
      'next-level': 1,
    });
    expect(needs.items[2].dueAt).toBe(at(3));
    expect(needs.items[3]).toEqual({
      kind: 'level-at-risk',
      as: 'owner',
      entity: {
        entityRef: ref('checkout'),
        name: 'checkout',
        title: 'Checkout',
      },
      level: 3,
      dueAt: at(10),
    });
    expect(needs.items[5]).toMatchObject({ level: 2, open: 0 });
    await evaluate('ledger', { guardrail_states: 'ooo', body });

    // Held again: nothing to do but wait.
    await evaluate('checkout', { eligible_level: 3, guardrail_states: 'ooo' });
    expect(told(await read())).toEqual(['next-level ledger']);
  });

  it('are exemptions and answers that end before long', async () => {
    await putExemption('checkout', 5);
    await putExemption('checkout', 6, { check_id: 'service-metrics' });
    await putExemption('checkout', 60, { check_id: 'service-metrics' });
    await putExemption('checkout', 7, { check_id: 'structured-logs' });
    await putRequest('checkout');
    await putExemption('ledger', 5, { revoked_at: at(-1) });
    await putExemption('ledger', -1);
    await putExemption('ledger', 15);
    await putExemption('articles', 5);
    await putAnswer('checkout', 3);
    await putAnswer('checkout', 90, { check_id: 'tracing' });
    await putAnswer('ledger', 3);
    await putAnswer('ledger', 90, { sequence: 2 });
    await putAnswer('ledger', 3, { check_id: 'tracing', withdrawn_at: 1 });
    await putAnswer('articles', 3);
    const needs = await read();
    expect(needs.items.map(({ dueAt, kind }) => [kind, dueAt])).toEqual([
      ['attestation-expiring', at(3)],
      ['exemption-expiring', at(5)],
    ]);
    expect(needs.items.map(({ subject }) => subject)).toEqual([
      expect.stringMatching(/metrics/i),
      expect.stringMatching(/trac/i),
    ]);
  });

  it('are reviews that one owes', async () => {
    await putIncident('checkout', { title: 'Overdue' });
    await putIncident('ledger', {
      title: 'Not over for long',
      resolved_at: null,
      started_at: at(-15),
      recorded_at: at(-15),
    });
    await putIncident('ledger', { resolved_at: null, started_at: at(-2) });
    await putIncident('checkout', { review: '{"completedAt":1,"actions":[]}' });
    await putIncident('checkout', { merged_into: '1' });
    await putIncident('checkout', { started_at: at(-366) });
    await putIncident('checkout', { caused_by: 'external' });
    await putIncident('checkout', { caused_by: ref('articles') });
    await putIncident('articles', {
      title: 'Of another one',
      caused_by: ref('ledger'),
    });
    await putDeployment('checkout', -6, { version: '2.1' });
    await putDeployment('checkout', -1, { version: '2.2' });
    await putDeployment('checkout', -31);
    await putDeployment('checkout', -2, { own_reviewed_at: at(-1) });
    await putDeployment('ledger', -2, { area: 'budget' });
    await putDeployment('articles', -2);
    const needs = await read();
    const { [0]: first } = needs.items;
    expect(told(needs).sort()).toEqual([
      'deployment-review checkout 2.1',
      'deployment-review checkout 2.2',
      'incident-review checkout Overdue',
      'incident-review ledger Not over for long',
      'incident-review ledger Of another one',
    ]);
    expect(needs.counts).toEqual({
      'incident-review': 3,
      'deployment-review': 2,
    });
    expect(first).toMatchObject({ kind: 'incident-review', dueAt: at(-5) });
    const dueOf = (subject: string) =>
      needs.items.find((need: Need) => need.subject === subject)?.dueAt;
    expect(dueOf('Not over for long')).toBe(at(13));
    expect(dueOf('2.2')).toBe(at(4));
  });

  it('are decisions of the board that one is on', async () => {
    await putProposal('checkout', {
      matter: 'promotion',
      content: { matter: 'promotion', from: 2, to: 3 },
    });
    await putProposal('ledger', {
      matter: 'exemption',
      content: { matter: 'exemption', title: 'Structured logs' },
      lapses_at: at(20),
    });
    await putProposal('ledger', {
      matter: 'incident',
      content: { matter: 'incident', title: 'Whose was it?' },
    });
    await putProposal('ledger', {
      matter: 'grant',
      content: { matter: 'grant', area: 'security' },
      lapses_at: at(5),
    });
    await putProposal('ledger', { matter: 'tier-review' });
    await putProposal('ledger', { matter: 'plan', lapses_at: at(-1) });
    await putProposal('ledger', { matter: 'bypass', state: 'approved' });
    await putProposal('ledger', {
      matter: 'placement',
      board_ref: 'group:default/other',
    });
    const asked = await putProposal('ledger', {
      matter: 'plan-change',
      opened_by: ANN,
      is_request: true,
    });
    const voted = await putProposal('ledger', { matter: 'cross-domain' });
    await knex('proposal_votes').insert({
      proposal_id: voted,
      voter_ref: ANN,
      vote: 'approve',
      comment: 'x',
      cast_at: at(0),
    });
    expect((await read()).counts).toEqual({});

    // On the board, and one of the owners: of those nobody decides.
    app.ownership = [ANN, BOARD, TEAM];
    expect((await read()).counts).toEqual({});

    app.ownership = [ANN, BOARD];
    const needs = await read();
    expect(needs).toEqual({
      items: expect.any(Array),
      counts: {
        'promotion-undecided': 1,
        'exemption-undecided': 1,
        'incident-undecided': 1,
        'proposal-undecided': 2,
      },
      owned: 0,
      boards: 1,
    });
    expect(needs.items.every(item => item.as === 'board')).toBe(true);
    expect(told(needs)).toEqual([
      'proposal-undecided ledger Security',
      'exemption-undecided ledger Structured logs',
      'promotion-undecided checkout',
      'incident-undecided ledger Whose was it?',
      'proposal-undecided ledger',
    ]);
    expect(needs.items.map(({ dueAt, matter }) => [dueAt, matter])).toEqual([
      [at(5), 'grant'],
      [at(20), undefined],
      [undefined, undefined],
      [undefined, undefined],
      [undefined, 'tier-review'],
    ]);
    expect(needs.items[2].level).toBe(3);
    expect(needs.items.map(item => item.ref)).not.toContain(asked);
  });

  it('are decisions of the central board on entities of others', async () => {
    app.ownership = ['group:default/central'];
    const of = { board_ref: 'group:default/central' };
    await putProposal('articles', { ...of, matter: 'exemption' });
    await putProposal('ledger', { ...of, matter: 'cross-domain' });
    const counts = {
      'exemption-undecided': 1,
      'proposal-undecided': 1,
    };
    expect((await read()).counts).toEqual(counts);

    // Only the catalog knows this rule.
    app.permissions.authorizeConditional.mockResolvedValue([
      { result: 'ALLOW' },
      {
        result: 'CONDITIONAL',
        pluginId: 'catalog',
        resourceType: 'catalog-entity',
        conditions: { rule: 'X', resourceType: 'catalog-entity', params: {} },
      },
    ] as any);
    expect((await read()).counts).toEqual(counts);
    const { entities } = app.catalog;
    app.catalog.remove('ledger');
    expect((await read()).counts).toEqual({ 'exemption-undecided': 1 });
    app.catalog.entities = entities;
  });

  it('are plans to sign and audits to rate or to settle', async () => {
    const plan = (name: string, rest: object = {}) =>
      knex('plans').insert({
        id: `plan${++id}`,
        entity_ref: ref(name),
        title: `Plan ${id}`,
        reason: 'x',
        approach: 'targeted-guardrails',
        areas: '[]',
        criteria: '[]',
        incidents: '[]',
        starts_at: at(2),
        ends_at: at(30),
        review_at: at(10),
        opened_by: ANN,
        opened_as: 'team',
        opened_at: at(-1),
        revision: 1,
        updated_at: at(-1),
        ...rest,
      });
    const audit = (name: string, rest: object = {}) =>
      knex('trust_audits').insert({
        id: `audit${++id}`,
        entity_ref: ref(name),
        board_ref: BOARD,
        quarter: '2026-Q4',
        cause: 'asked',
        opened_at: at(-1),
        due_at: at(9),
        lapses_at: at(9),
        state: 'rating',
        actions: '[]',
        ...rest,
      });
    await plan('checkout', { title: 'To be signed' });
    await plan('checkout', { team_signed_at: at(-1) });
    await plan('ledger', { withdrawn_at: at(-1) });
    await plan('ledger', { starts_at: at(-9), ends_at: at(-1) });
    await plan('articles');
    await audit('checkout');
    await audit('ledger', { state: 'comparing' });
    await audit('articles', { lapses_at: at(-1) });
    const needs = await read();
    expect(told(needs)).toEqual([
      'plan-unsigned checkout To be signed',
      'audit-unrated checkout',
    ]);
    expect(needs.items.map(({ as, dueAt }) => [as, dueAt])).toEqual([
      ['owner', at(2)],
      ['owner', at(9)],
    ]);

    app.ownership = [BOARD];
    expect((await read()).counts).toEqual({ 'audit-undecided': 2 });
    await knex('trust_audit_ratings').insert({
      audit_id: needs.items[1].ref,
      side: 'board',
      rated_by: ANN,
      rated_at: at(0),
      ratings: '{}',
    });
    expect((await read()).counts).toEqual({ 'audit-undecided': 1 });
    app.ownership = [TEAM, BOARD];
    expect((await read()).counts).toEqual({
      'plan-unsigned': 1,
      'audit-unrated': 1,
    });
  });

  it('are counted beyond those that are told', async () => {
    for (let n = 0; n < 60; n++) {
      await putIncident('checkout');
      await putDeployment('checkout', -1);
    }
    const { counts, items } = await read();
    expect(items).toHaveLength(50);
    expect(counts).toEqual({
      'incident-review': 60,
      'deployment-review': 60,
    });
  });

  it('are only of what one may read', async () => {
    await evaluate('checkout', { guardrail_states: 'boo', guardrail_rank: 4 });
    await evaluate('ledger', { guardrail_states: 'boo', guardrail_rank: 4 });
    // Reported on an entity that is not shown.
    await putIncident('ledger', { caused_by: ref('checkout') });
    const conditional = (rule: string, params: object) =>
      app.permissions.authorizeConditional.mockResolvedValue([
        { result: 'ALLOW' },
        {
          result: 'CONDITIONAL',
          pluginId: 'catalog',
          resourceType: 'catalog-entity',
          conditions: { rule, resourceType: 'catalog-entity', params },
        },
      ] as any);
    expect((await read()).counts).toEqual({
      'guardrail-breached': 2,
      'incident-review': 1,
    });
    conditional('HAS_METADATA', { key: 'title', value: 'Checkout' });
    expect(await read()).toMatchObject({
      counts: { 'guardrail-breached': 1 },
      owned: 1,
    });
    // Only the catalog knows this rule.
    const { entities } = app.catalog;
    app.catalog.remove('ledger');
    conditional('CUSTOM', {});
    const needs = await read();
    app.catalog.entities = entities;
    expect(told(needs)).toEqual([
      'guardrail-breached checkout About reviewers',
    ]);
    expect(needs.owned).toBe(1);

    const denied = { result: 'DENY' as const };
    app.permissions.authorizeConditional.mockResolvedValue([denied, denied]);
    expect(await read()).toEqual({
      items: [],
      counts: {},
      owned: 0,
      boards: 0,
    });
  });
});

it('are of no board where boards do not decide', async () => {
  const app = await startAutonomy();
  app.ownership = [BOARD];
  const { body } = await app.get('/needs');
  expect(body).toMatchObject({ counts: {}, boards: 0 });
  await app.stop();
});
