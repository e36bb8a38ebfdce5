import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { tracingServiceMock } from '@backstage/backend-test-utils/alpha';
import fc from 'fast-check';
import type { Knex } from 'knex';
import { isEqual } from 'lodash';
import { applyMigrations, isPostgres } from '../database';
import { createDailyRollUps } from './createDailyRollUps';
import { DailyRollUps } from './DailyRollUps';

const databases = TestDatabases.create();
jest.setTimeout(120_000);

const NOON = Date.parse('2026-06-01T12:00:00Z');
const STATUSES = ['none', 'ok', 'exempt', 'at-risk', 'breached', 'unknown'];

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const score = (max: number) => fc.double({ min: 0, max, noNaN: true });

const place = fc.record({
  inScope: fc.constantFrom(true, true, true, false),
  isEvaluated: fc.constantFrom(true, true, true, false),
  hasContext: fc.constantFrom(true, true, false),
  domain: maybe(fc.constantFrom('domain:default/a', 'domain:default/b')),
  system: maybe(fc.constantFrom('system:default/a', 'system:default/b')),
  // One ref in two kinds of groups.
  owner: maybe(fc.constantFrom('group:default/a', 'domain:default/a')),
});
const result = fc.record({
  level: fc.integer({ min: 1, max: 4 }),
  guardrail_status: fc.constantFrom(...STATUSES),
  guardrail_states: maybe(
    fc
      .array(fc.constantFrom('o', 'e', 'r', 'b', 'u'), { maxLength: 6 })
      .map(letters => letters.join('')),
  ),
  readiness: maybe(score(100)),
  accountability: score(1),
  surplus: maybe(score(1)),
  deficit: maybe(score(1)),
  stale: fc.boolean(),
});
const organisation = fc.array(fc.record({ place, result }), { maxLength: 12 });
type Organisation = typeof organisation extends fc.Arbitrary<infer T>
  ? T
  : never;

async function store(knex: Knex, entities: Organisation) {
  for (const table of ['entities', 'entity_context', 'evaluations']) {
    await knex(table).delete();
  }
  for (const [index, each] of entities.entries()) {
    const { domain, hasContext, inScope, isEvaluated, owner, system } =
      each.place;
    const entity_ref = `component:default/${index}`;
    await knex('entities').insert({
      entity_ref,
      etag: '',
      indexed_as: '',
      kind: 'Component',
      namespace: 'default',
      name: `${index}`,
      definition_length: 0,
      in_scope: inScope,
      owner_ref: owner,
      system_ref: system,
      sort_name: '',
      search_text: '',
      metadata: '{}',
      spec: '{}',
      first_seen_at: NOON,
    });
    if (hasContext) {
      await knex('entity_context').insert({
        entity_ref,
        domain_ref: domain,
        tier: 4,
        dependents: 0,
        dependent_domains: 0,
        catalog_facts: '{}',
        confirmed_at: NOON,
      });
    }
    if (isEvaluated) {
      await knex('evaluations').insert({
        entity_ref,
        evaluated_at: NOON,
        policy_version: '',
        level_title: '',
        guardrail_rank: 0,
        guardrails_breached: 0,
        readiness_gaps: 0,
        body: '{}',
        body_hash: '',
        ...each.result,
      });
    }
  }
}

/** What the rows of a day should say, by kind and ref. */
function fold(entities: Organisation): Record<string, any> {
  const rows: Record<string, any> = {};
  for (const { place: at, result: its } of entities) {
    if (!at.inScope || !at.isEvaluated) {
      continue;
    }
    const groups = [
      'organisation ',
      `domain ${(at.hasContext && at.domain) || ''}`,
      `system ${at.system ?? ''}`,
      `owner ${at.owner ?? ''}`,
    ];
    const letters = [...(its.guardrail_states ?? '')];
    for (const group of groups) {
      const row = (rows[group] ??= {});
      const add = (column: string, amount: number | boolean) => {
        row[column] = (row[column] ?? 0) + Number(amount);
      };
      add('entities', 1);
      for (const level of [1, 2, 3, 4]) {
        add(`level_${level}`, its.level === level);
      }
      for (const status of STATUSES) {
        const column = `guardrails_${status.replace('-', '_')}`;
        add(column, its.guardrail_status === status);
      }
      add('guardrail_pairs', letters.length);
      add(
        'guardrail_pairs_exempt',
        letters.filter(letter => letter === 'e').length,
      );
      add('readiness_sum', its.readiness ?? 0);
      add('readiness_count', its.readiness !== null);
      add('accountability_sum', its.accountability);
      add('surplus', its.surplus !== null);
      add('deficit', its.deficit !== null);
      add('stale', its.stale);
    }
  }
  for (const row of Object.values(rows)) {
    row.readiness_sum = expect.closeTo(row.readiness_sum, 4);
    row.accountability_sum = expect.closeTo(row.accountability_sum, 4);
  }
  return rows;
}

async function read(knex: Knex, day: string) {
  const rows = await knex('daily_roll_ups').where({ day });
  return Object.fromEntries(
    rows.map(({ day: _, kind, ref, ...figures }) => [
      `${kind} ${ref}`,
      figures,
    ]),
  );
}

/** Differs after any write to the table, and on PostgreSQL after any lock as well. */
async function fingerprint(knex: Knex) {
  return isPostgres(knex)
    ? knex('daily_roll_ups')
        .orderBy(['day', 'kind', 'ref'])
        .select(
          knex.raw('ctid::text as at, xmin::text as made, xmax::text as held'),
        )
    : knex.select(knex.raw('total_changes() as changes'));
}

describe.each(databases.eachSupportedId())(
  'daily roll-ups on %s',
  databaseId => {
    let knex: Knex;
    beforeAll(async () => {
      knex = await databases.init(databaseId);
      await applyMigrations(mockServices.database.mock(), knex);
    });
    beforeEach(() => knex('daily_roll_ups').delete());
    afterAll(() => knex.destroy());

    it('say what a fold over all entities says, and write what differs only', async () => {
      const rollUps = DailyRollUps.create({ knex });
      await fc.assert(
        fc.asyncProperty(organisation, organisation, async (first, second) => {
          await knex('daily_roll_ups').delete();
          await store(knex, first);
          const outcome = await rollUps.write(NOON);
          const before = await read(knex, '2026-06-01');
          expect(before).toEqual(fold(first));
          expect(outcome).toEqual({
            day: '2026-06-01',
            written: Object.keys(before).length,
            deleted: 0,
          });

          const untouched = await fingerprint(knex);
          const again = await rollUps.write(NOON + 1);
          expect(again).toMatchObject({ written: 0, deleted: 0 });
          expect(await fingerprint(knex)).toEqual(untouched);

          await store(knex, second);
          const changed = await rollUps.write(NOON + 2);
          const after = await read(knex, '2026-06-01');
          expect(after).toEqual(fold(second));
          const groups = Object.keys(after);
          expect(changed).toMatchObject({
            written: groups.filter(
              group => !isEqual(before[group], after[group]),
            ).length,
            deleted: Object.keys(before).filter(group => !(group in after))
              .length,
          });
        }),
        { numRuns: 40 },
      );
    });

    it('begin a new row at midnight UTC, and let the last one of the day stand', async () => {
      const rollUps = DailyRollUps.create({ knex });
      const [some, others] = fc.sample(
        organisation.filter(({ length }) => length > 5),
        { numRuns: 2, seed: 1 },
      );
      const midnight = Date.parse('2028-03-01T00:00:00Z');
      await store(knex, some);
      await rollUps.write(midnight - 1);
      await store(knex, others);
      expect(await rollUps.write(midnight)).toMatchObject({
        day: '2028-03-01',
        deleted: 0,
      });
      expect(await read(knex, '2028-02-29')).toEqual(fold(some));
      expect(await read(knex, '2028-03-01')).toEqual(fold(others));
    });

    it('may be written by several at once', async () => {
      const rollUps = DailyRollUps.create({ knex });
      const [some] = fc.sample(
        organisation.filter(({ length }) => length > 5),
        { numRuns: 1, seed: 2 },
      );
      await store(knex, some);
      await Promise.all([1, 2, 3, 4].map(after => rollUps.write(NOON + after)));
      expect(await read(knex, '2026-06-01')).toEqual(fold(some));
    });

    it('remember how the last run went', async () => {
      const logger = mockServices.logger.mock();
      const tracing = tracingServiceMock.mock();
      const clock = { now: async () => NOON };
      const job = createDailyRollUps({ clock, knex, logger, tracing });
      await knex('job_runs').delete();
      expect(await job.lastRun()).toBeUndefined();
      await job.run(AbortSignal.abort());
      expect(await job.lastRun()).toBeUndefined();
      await store(knex, []);
      await job.run();
      expect(await job.lastRun()).toEqual({ at: NOON });
      expect(tracing.startActiveSpan.mock.calls).toEqual([
        ['autonomy.roll-up', { attributes: {} }, expect.any(Function)],
      ]);

      await knex.schema.renameTable('daily_roll_ups', 'away');
      await expect(job.run()).rejects.toThrow(
        /^Daily roll-ups failed: [^$?]*daily_roll_ups[^$?]*$/,
      );
      await knex.schema.renameTable('away', 'daily_roll_ups');
      expect(await job.lastRun()).toEqual({
        at: NOON,
        error: expect.stringContaining('daily_roll_ups'),
      });
      expect(logger.warn).toHaveBeenCalledTimes(1);
      await job.run();
      expect((await job.lastRun())?.error).toBeUndefined();
    });
  },
);
