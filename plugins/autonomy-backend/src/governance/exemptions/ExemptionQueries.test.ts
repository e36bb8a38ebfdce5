import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { createTimedId } from '../../attestations/createTimedId';
import { applyMigrations } from '../../database';
import { DatabaseExemptionRequests } from './DatabaseExemptionRequests';
import { ExemptionQueries } from './ExemptionQueries';

const databases = TestDatabases.create();
jest.setTimeout(60_000);

const DAY = 86_400_000;
const NOW = Date.parse('2026-06-01T12:00:00Z');
const at = (day: number) => NOW + day * DAY;
const CHECKOUT = 'component:default/checkout';
const LEDGER = 'component:default/ledger';
const ANN = 'user:default/ann';

const asked = (rest: object = {}) => ({
  entityRef: CHECKOUT,
  checkId: 'slo',
  reason: 'The new database comes in May',
  expiresAt: at(30),
  requestedBy: ANN,
  ...rest,
});

describe.each(databases.eachSupportedId())('exemptions on %s', databaseId => {
  let knex: Knex;
  let requests: DatabaseExemptionRequests;
  let queries: ExemptionQueries;
  beforeAll(async () => {
    knex = await databases.init(databaseId);
    await applyMigrations(mockServices.database.mock(), knex);
    requests = DatabaseExemptionRequests.create({ knex });
    queries = ExemptionQueries.create({ knex, maxDuration: () => 90 * DAY });
    for (const [ref, inScope] of [
      [CHECKOUT, true],
      [LEDGER, true],
      ['component:default/outside', false],
    ] as const) {
      await putEntity(ref, inScope);
    }
  });
  afterEach(async () => {
    await knex('exemption_requests').delete();
    await knex('exemptions').delete();
  });
  afterAll(() => knex.destroy());

  async function putEntity(ref: string, inScope: boolean) {
    const name = ref.split('/')[1];
    await knex('entities').insert({
      entity_ref: ref,
      etag: '1',
      indexed_as: '1',
      kind: 'Component',
      namespace: 'default',
      name,
      definition_length: 0,
      in_scope: inScope,
      sort_name: name,
      search_text: name,
      metadata: '{}',
      spec: '{}',
      first_seen_at: 0,
    });
    await knex('entity_context').insert({
      entity_ref: ref,
      tier: 4,
      dependents: 0,
      dependent_domains: 0,
      catalog_facts: '{}',
      confirmed_at: 0,
    });
  }

  const approve = (id: string, from: number, to: number, rest: object = {}) =>
    knex('exemptions').insert({
      id,
      entity_ref: CHECKOUT,
      check_id: 'slo',
      reason: 'Agreed',
      approved_by: 'user:default/bo',
      from_at: at(from),
      expires_at: at(to),
      recorded_at: at(from),
      ...rest,
    });

  /** Asks, as far as nothing of the same is open. @returns the id */
  const add = async (rest: object = {}, now = NOW) => {
    const request = {
      ...asked(rest),
      id: createTimedId(now),
      requestedAt: now,
    };
    await knex.transaction(async trx => {
      expect(await requests.findOpen(trx, request, now)).toBeUndefined();
      await requests.add(trx, request);
    });
    return request.id;
  };
  const withdraw = (id: string, now: number) =>
    knex.transaction(trx => requests.withdraw(trx, id, now));
  const list = (more: object = {}) =>
    queries.list({ visible: [], limit: 100, ...more }, NOW);
  const stateOf = async (id: string, now = NOW) =>
    (await queries.get(id, now))?.state;

  it('may be asked for once for an entity and a check, whoever asks at the same moment', async () => {
    const attempts = await Promise.allSettled(
      Array.from({ length: 5 }, (_, n) =>
        knex.transaction(trx =>
          requests.add(trx, { ...asked(), id: `r${n}`, requestedAt: NOW }),
        ),
      ),
    );
    const refused = attempts.flatMap(each =>
      each.status === 'rejected' ? [each.reason.name] : [],
    );
    expect(refused).toEqual(Array(4).fill('ConflictError'));
    const id = await knex('exemption_requests')
      .first('id')
      .then(row => row.id);
    await add({ checkId: 'logs' });
    await add({ entityRef: LEDGER });

    await withdraw(id, NOW + 1);
    await withdraw(id, NOW + 2);
    expect(await queries.get(id, NOW)).toEqual({
      id,
      ...asked(),
      state: 'withdrawn',
      requestedAt: NOW,
      decidedAt: NOW + 1,
    });
    expect(await stateOf(await add())).toBe('requested');
  });

  it('give way where their end came before a decision', async () => {
    const id = await add({ expiresAt: at(1) });
    expect(await stateOf(id, at(1) - 1)).toBe('requested');
    expect(await stateOf(id, at(1))).toBe('expired');
    await add({}, at(1));
    expect(await queries.get(id, at(2))).toMatchObject({
      state: 'expired',
      decidedAt: at(1),
    });
    await withdraw(id, at(2));
    expect(await stateOf(id, at(2))).toBe('expired');
  });

  it('have lapsed before their end where something ended them', async () => {
    const id = await add();
    await knex('exemption_requests')
      .where({ id })
      .update({ decision: 'lapsed', decided_at: NOW });
    expect(await stateOf(id)).toBe('expired');
  });

  it('are listed with their requests, the last requested first', async () => {
    const approved = await add({}, at(-9));
    await approve('e1', -8, 20);
    await knex('exemption_requests')
      .where('id', approved)
      .update({
        decision: 'approved',
        decided_at: at(-8),
        decided_by: 'user:default/bo',
        decision_reason: 'Until the new one is there',
        exemption_id: 'e1',
      });
    const denied = await add({ checkId: 'logs' }, at(-7));
    await knex('exemption_requests')
      .where('id', denied)
      .update({ decision: 'denied', decided_at: at(-6) });
    await approve('planned', 1, 20);
    await approve('ended', -40, -10);
    await approve('revoked', -5, 5, { revoked_at: at(-1) });
    await approve('too-long', -100, 100);
    await approve('unseen', -1, 1, { entity_ref: 'component:default/outside' });
    const open = await add({ checkId: 'traces' });

    expect((await list()).map(({ id, state }) => [id, state])).toEqual([
      ['planned', 'planned'],
      [open, 'requested'],
      ['revoked', 'revoked'],
      [denied, 'denied'],
      [approved, 'in-force'],
      ['ended', 'expired'],
      // The policy allows no more.
      ['too-long', 'expired'],
    ]);
    expect(await queries.get(approved, NOW)).toEqual({
      id: approved,
      ...asked(),
      state: 'in-force',
      requestedAt: at(-9),
      from: at(-8),
      expiresAt: at(20),
      decidedBy: 'user:default/bo',
      decidedAt: at(-8),
      decisionReason: 'Until the new one is there',
    });
    expect(await queries.get('e1', NOW)).toBeUndefined();

    const ids = async (more: object) => (await list(more)).map(({ id }) => id);
    expect(await ids({ state: ['requested', 'denied'] })).toEqual([
      open,
      denied,
    ]);
    expect(await ids({ entity: [LEDGER] })).toEqual([]);
    expect(
      await ids({ after: { requestedAt: at(-5), id: 'revoked' }, limit: 2 }),
    ).toEqual([denied, approved]);
    expect(
      await ids({ visible: [{ key: 'metadata.name', values: ['ledger'] }] }),
    ).toEqual([]);
  });
});
