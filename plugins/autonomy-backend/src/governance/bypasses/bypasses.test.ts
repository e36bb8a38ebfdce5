import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { IncidentDesk } from '../../incidents/editing/IncidentDesk';
import { people } from '../__testUtils__/people';
import { BOARD, setUpBoards } from '../__testUtils__/setUpBoards';
import { createIncidentMatters } from '../incidents';
import { readIncident } from '../incidents/readIncident';
import { createBypasses } from '.';

const databases = TestDatabases.create();
jest.setTimeout(60_000);

const DAY = 86_400_000;
const CHECKOUT = 'component:default/checkout';
const KEY = { source: 'pager', id: '1' };
const REASON = 'The gate is back, and nobody can switch it off.';
const BODY = {
  matter: 'bypass',
  entityRef: CHECKOUT,
  source: 'pager',
  incidentId: '1',
  wanted: 'clear',
  reason: REASON,
};

async function setUp(knex: Knex) {
  const t = await setUpBoards(knex);
  const { clock, desk, index, marks, policy, records, stores } = t;
  const { as, boards, owners } = people(
    {
      ann: ['group:default/team-a'],
      ben: ['group:default/team-b'],
      bob: [BOARD],
      dan: [BOARD, 'group:default/team-a'],
    },
    { index },
  );
  const options = {
    boards,
    clock,
    desk,
    index,
    knex,
    marks,
    owners,
    policy,
    records,
  };
  const bypasses = createBypasses(options);
  const { agenda, handler } = createIncidentMatters(options);
  desk.register(bypasses.handler);
  desk.register(handler);
  const incidents = IncidentDesk.create({ ...options, agenda });
  const board = { ref: 'user:default/bob', isBoard: true, isOwner: false };
  await t.sweep();
  await stores.incidents.put(
    [
      {
        ...KEY,
        entityRef: CHECKOUT,
        title: 'Gate switched off',
        severity: 'high' as const,
        areas: ['deployment'],
        startedAt: clock.time - DAY,
      },
    ],
    clock.time,
  );
  const edit = (patch: object, editor = board) =>
    incidents.edit(KEY, { reason: 'It was deliberate.', ...patch }, editor);
  await edit({ class: 'bypass' });
  const deploymentTrust = async () => {
    await t.work();
    const { trust } = JSON.parse((await t.read())[CHECKOUT].body);
    return trust.find(({ area }: any) => area === 'deployment').lines;
  };
  return {
    ...t,
    board,
    edit,
    handler: bypasses.handler,
    as,
    incident: async () => (await readIncident(knex, KEY))!,
    isBypass: async () =>
      (await deploymentTrust()).some(({ kind }: any) => kind === 'bypass'),
    open: (who: string, body: object = {}) =>
      bypasses.open({ ...BODY, ...body }, as(who)),
  };
}

describe.each(databases.eachSupportedId())('bypasses on %s', databaseId => {
  let knex: Knex;
  beforeEach(async () => {
    knex = await databases.init(databaseId);
  });
  afterEach(() => knex.destroy());

  it('are cleared by the board as the owners ask, and stay known as such', async () => {
    const t = await setUp(knex);
    expect(await t.isBypass()).toBe(true);
    const id = await t.open('ann');
    expect(await t.theOpen()).toMatchObject({
      id,
      boardRef: BOARD,
      subject: 'pager/1',
      isRequest: true,
      content: { wanted: 'clear', title: 'Gate switched off' },
    });
    await expect(t.open('ann')).rejects.toThrow('is open already');
    await t.vote(id, 'bob');
    expect((await t.incident()).class).toBe('bypass');
    await t.vote(id, 'cat');
    expect((await t.incident()).class).toBe('none');
    expect(await t.isBypass()).toBe(false);
    const changes = await knex('incident_proposals').where('field', 'class');
    expect(changes.map(row => [row.value, row.decision]).sort()).toEqual([
      ['bypass', 'accepted'],
      ['none', 'accepted'],
    ]);
    await expect(t.open('bob')).rejects.toThrow(
      'Incident 1 of source pager is no bypass: its class is none',
    );
  });

  it('are renewed by the board, and end by themselves otherwise', async () => {
    const t = await setUp(knex);
    t.clock.time += 89 * DAY;
    const id = await t.open('bob', { wanted: 'renew' });
    await t.vote(id, 'cat');
    expect(await t.incident()).toMatchObject({
      class: 'bypass',
      classifiedAt: t.clock.time,
    });
    t.clock.time += 90 * DAY;
    expect(await t.isBypass()).toBe(false);
    await expect(t.open('bob', { wanted: 'renew' })).rejects.toThrow(
      'stopped counting as a bypass by itself at',
    );
    // What no longer counts is a class like any other.
    await t.edit({ class: 'none' });
    expect((await t.incident()).class).toBe('none');
  });

  it('stay when one member objects', async () => {
    const t = await setUp(knex);
    const id = await t.open('ann');
    await t.vote(id, 'bob');
    expect((await t.vote(id, 'cat', 'reject')).state).toBe('rejected');
    expect((await t.incident()).class).toBe('bypass');
  });

  it('are not cleared or renewed on the incident', async () => {
    const t = await setUp(knex);
    const refusal =
      'is a bypass until 2026-08-30T00:00:00.000Z: propose to the board to clear or to renew it';
    await expect(t.edit({ class: 'none' })).rejects.toThrow(refusal);
    await expect(t.edit({ class: 'legal' })).rejects.toThrow(refusal);
    await expect(t.edit({ class: 'bypass' })).rejects.toThrow(refusal);
    const owner = { ref: 'user:default/ann', isBoard: false, isOwner: true };
    await expect(t.edit({ class: 'none' }, owner)).rejects.toThrow(refusal);
    await t.edit({ class: 'bypass' }, owner);
    await t.edit({ irreversible: true });
    expect((await t.incident()).classifiedAt).toBe(t.clock.time);
  });

  it('are asked about by nobody else', async () => {
    const t = await setUp(knex);
    await expect(t.open('ben')).rejects.toThrow(
      `Only the owners of ${CHECKOUT} may ask to clear a bypass`,
    );
    await expect(t.open('ann', { wanted: 'renew' })).rejects.toThrow(
      'Only members of the board who own nothing',
    );
    // Whoever owns it asks, on whatever board they are.
    const id = await t.open('dan');
    expect((await t.theOpen()).isRequest).toBe(true);
    await expect(t.vote(id, 'dan')).rejects.toThrow(
      'Nobody decides on their own request',
    );
  });

  it.each([
    [{ wanted: 'forget' }, 'Invalid wanted: expected one of clear, renew'],
    [{ reason: 'Short' }, 'Invalid reason: expected a text of 10 to 1000'],
    [{ entityRef: 'nothing' }, 'Invalid entityRef: expected an entity ref'],
    [{ entityRef: 'component:default/nothing' }, 'No entity'],
    [{ entityRef: 'component:default/ledger' }, 'No entity'],
    [
      { entityRef: 'component:default/articles' },
      'Invalid entityRef: expected the entity that incident 1 was reported on',
    ],
    [{ incidentId: 'other' }, 'No incident other of source pager'],
    [{ more: true }, 'Invalid more'],
  ])('need %j otherwise', async (body, message) => {
    const t = await setUp(knex);
    await expect(t.open('ann', body)).rejects.toThrow(message);
    expect(await t.rows()).toEqual([]);
  });
});
