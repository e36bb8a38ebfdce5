import {
  evaluate,
  settledPolicy,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { DRAFT, setUpSimulations } from '../__testUtils__';
import { toSimulation } from '../jobs';
import { DatabaseLosersReader } from '../reading';
import { inputsOf } from './inputsOf';
import { LEASE_MS } from './SimulationWorker';

const databases = TestDatabases.create();
jest.setTimeout(60_000);

type Tested = Awaited<ReturnType<typeof setUpSimulations>>;

describe.each(databases.eachSupportedId())('simulations on %s', databaseId => {
  let knex: Knex;
  beforeEach(async () => {
    knex = await databases.init(databaseId);
  });
  afterEach(() => knex.destroy());

  async function read({ policies, row }: Tested, id: string) {
    return toSimulation(await row(id), policies.current.policy.version);
  }

  it('say of each entity what evaluating it by both policies says', async () => {
    const t = await setUpSimulations(knex);
    const { id } = await t.start();
    await t.workOff();
    const { policy: current } = t.policies.current;
    const draft = t.policies.attempt(DRAFT).policy!;
    const inputs = inputsOf(
      { ...t, knex, readersOn: t.storesOn },
      { current, draft },
    );
    const expected: Record<string, unknown>[] = [];
    for (const { input, record } of await inputs.load(t.refs, t.clock.time)) {
      const of = (policy: typeof current) => {
        const { guardrails, rights } = evaluate(
          { ...input, prior: record!.state },
          policy,
          t.clock.time,
        );
        return {
          rights: rights.map(({ area, effective }) => [area, effective]),
          guardrails: guardrails.guardrails.map(one => [
            one.check.id,
            one.status,
          ]),
        };
      };
      for (const [view, before, after] of [
        ['at_once', of(current), of(draft)],
        ['settled', of(settledPolicy(current)), of(settledPolicy(draft))],
      ] as const) {
        expected.push({
          view,
          ref: input.entity.entityRef,
          lost: before.rights
            .map(([area, from], n) => [area, from, after.rights[n][1]])
            .filter(([, from, to]) => from !== to),
          guardrails: after.guardrails.filter(
            ([guardrail]) =>
              !before.guardrails.some(([known]) => known === guardrail),
          ),
        });
      }
    }
    const stored = new Map(
      (await t.moves(id)).map(move => [move.entity_ref, move]),
    );
    const found = expected.map(({ ref, view }) => {
      const difference = JSON.parse(
        stored.get(ref as string)?.[view as 'settled'] ?? 'null',
      );
      return {
        view,
        ref,
        lost: (difference?.rights ?? []).map((each: any) => [
          each.area,
          each.from,
          each.to,
        ]),
        guardrails: (difference?.guardrails ?? []).map((each: any) => [
          each.id,
          each.to,
        ]),
      };
    });
    const sorted = (rows: any[]) =>
      rows.map(each => ({ ...each, guardrails: each.guardrails.sort() }));
    expect(sorted(found)).toEqual(sorted(expected));

    const losing = expected.filter(
      ({ lost, view }) => view === 'settled' && (lost as unknown[]).length > 0,
    );
    expect(losing.length).toBeGreaterThan(1);
    expect(await read(t, id)).toMatchObject({
      state: 'done',
      isOutdated: false,
      progress: { done: t.refs.length, total: t.refs.length },
      failed: undefined,
      settled: { rightsLost: losing.length },
      changes: expect.arrayContaining([
        expect.objectContaining({ subject: 'scorecard', id: 'extra' }),
      ]),
    });

    const losers = DatabaseLosersReader.create({ knex });
    const told: string[] = [];
    const owners: string[] = [];
    for await (const { entityRefs, ownerRef } of losers.losersOf(id)) {
      owners.push(ownerRef);
      told.push(...entityRefs);
    }
    expect(told.sort()).toEqual(losing.map(({ ref }) => ref).sort());
    expect(owners).toEqual(['group:default/team-a', 'group:default/team-b']);
  });

  it('go on in another process after the lease, and say the same', async () => {
    const t = await setUpSimulations(knex);
    const whole = await t.start();
    await t.workOff(t.createWorker(1_000));
    const { id } = await t.start();
    const first = t.createWorker(3);
    await first.work();
    // It dies with the next chunk in its hands.
    await knex('simulations')
      .where('id', id)
      .update({ due_at: t.clock.time + LEASE_MS, ticket: 'dead' });
    expect(await t.createWorker().work()).toBe(0);
    expect(await read(t, id)).toMatchObject({
      state: 'running',
      progress: { done: 3 },
    });
    t.clock.time += LEASE_MS;
    await t.workOff(t.createWorker(2, await t.createPolicies()));
    expect(await read(t, id)).toMatchObject({ state: 'done' });
    expect(await t.moves(id)).toEqual(await t.moves(whole.id));
    const { at_once, settled } = await t.row(whole.id);
    expect(await t.row(id)).toMatchObject({ at_once, settled });
  });

  it('write a chunk once, however many processes take part', async () => {
    const t = await setUpSimulations(knex);
    const whole = await t.start();
    await t.workOff(t.createWorker(1_000));
    const { id } = await t.start();
    const workers = [2, 3, 4].map(chunk => t.createWorker(chunk));
    await Promise.all(
      workers.map(async worker => {
        for (let n = 0; n < 30; n++) await worker.work();
      }),
    );
    // What was put off, and what is left where waiting for each other took all tries.
    for (let n = 0; n < 20; n++) {
      t.clock.time += 5_000;
      await t.workOff();
    }
    expect(await read(t, id)).toMatchObject({
      state: 'done',
      progress: { done: t.refs.length },
    });
    expect(await t.moves(id)).toEqual(await t.moves(whole.id));

    // One that was held up for longer than the lease writes nothing.
    const other = await t.start();
    const zombie = t.createWorker(3);
    const load = t.index.readScoped;
    jest
      .spyOn(t.index, 'readScoped')
      .mockImplementationOnce(async (...args) => {
        t.clock.time += LEASE_MS;
        await t.createWorker(5).work();
        return load.apply(t.index, args);
      });
    await zombie.work();
    expect(await read(t, other.id)).toMatchObject({ progress: { done: 5 } });
    await t.workOff();
    expect(await t.moves(other.id)).toEqual(await t.moves(whole.id));
  });

  it('end when they are cancelled, and write nothing more', async () => {
    const t = await setUpSimulations(knex);
    const { id } = await t.start();
    const worker = t.createWorker(3);
    await worker.work();
    const load = t.index.readScoped;
    jest
      .spyOn(t.index, 'readScoped')
      .mockImplementationOnce(async (...args) => {
        await t.desk.cancel(id);
        return load.apply(t.index, args);
      });
    await worker.work();
    expect(await worker.work()).toBe(0);
    expect(await read(t, id)).toMatchObject({
      state: 'cancelled',
      finishedAt: t.clock.time,
      progress: { done: 3 },
    });
    await expect(t.desk.cancel(id)).rejects.toThrow(
      `Simulation ${id} is over already: expected one that is queued or running`,
    );
  });

  it('start again when the policy in force changes, and give up when it does so again', async () => {
    const t = await setUpSimulations(knex);
    const { id } = await t.start();
    const worker = t.createWorker(3);
    await worker.work();
    const former = t.policies.current.policy.version;
    t.published.yaml = DRAFT;
    t.clock.time += 5_000;
    await t.workOff(worker);
    const again = await read(t, id);
    expect(again).toMatchObject({
      state: 'done',
      progress: { done: t.refs.length },
      changes: [],
      settled: { entities: 0 },
    });
    expect(again.comparedWith).not.toBe(former);
    expect(await t.moves(id)).toEqual([]);

    const other = await t.start(
      DRAFT.replace('effect: stop', 'effect: narrow'),
    );
    await worker.work();
    for (const title of ['Once more', 'And more']) {
      t.published.yaml = DRAFT.replace('More guardrails', title);
      t.clock.time += 5_000;
      await worker.work();
      await worker.work();
    }
    expect(await read(t, other.id)).toMatchObject({
      state: 'failed',
      isOutdated: true,
      message:
        'the policy in force changed more than once while it ran: try again',
    });
  });

  it('fail where the draft does not fit any more, and where they never finish', async () => {
    const t = await setUpSimulations(knex);
    const { id } = await t.start();
    await knex('simulations')
      .where('id', id)
      .update({ yaml: DRAFT.replace('service.fine', 'service.fine &&') });
    await t.workOff();
    expect(await read(t, id)).toMatchObject({
      state: 'failed',
      message: expect.stringMatching(
        /^The draft does not fit the policy in force any more: line 12: spec.checks\[0\].expression: /,
      ),
    });

    const other = await t.start();
    const broken = jest
      .spyOn(t.index, 'readScoped')
      .mockRejectedValue(new Error('out of order'));
    const worker = t.createWorker();
    for (let n = 0; n < 6; n++) {
      await worker.work();
      t.clock.time += 60_000;
    }
    broken.mockRestore();
    expect(await read(t, other.id)).toMatchObject({
      state: 'failed',
      message: 'out of order',
    });
  });

  it('count apart what cannot be compared', async () => {
    const t = await setUpSimulations(knex);
    await knex('evaluations')
      .where('entity_ref', 'component:default/checkout')
      .update({ state: null });
    const { id } = await t.start();
    await t.workOff();
    expect(await read(t, id)).toMatchObject({
      state: 'done',
      failed: {
        entities: 1,
        reason: 'not evaluated yet, so there is nothing to compare with',
      },
    });
  });

  it('are three of one caller and ten in all at the most', async () => {
    const t = await setUpSimulations(knex, { services: 0 });
    await Promise.all([1, 2, 3].map(() => t.start()));
    await expect(t.start()).rejects.toThrow(
      'You have 3 simulations that are not over, expected fewer than 3: wait until one is done, or cancel one',
    );
    for (const user of ['a', 'b', 'c', 'd', 'e', 'f', 'g']) {
      await t.start(DRAFT, user);
    }
    await expect(t.start(DRAFT, 'h')).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringContaining('There are 10 simulations'),
    });
    await t.workOff();
    await t.start();
  });
});
