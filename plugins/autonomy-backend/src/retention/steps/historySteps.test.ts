import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import fc from 'fast-check';
import type { Knex } from 'knex';
import { maxBy, range } from 'lodash';
import { applyMigrations } from '../../database';
import { loadPolicy } from '../../scorecards';
import { periodsOf } from '../RetentionPeriods';
import type { Position } from '../RetentionStep';
import { retentionSteps } from '.';

const databases = TestDatabases.create();
jest.setTimeout(60_000);

const DAY = 86_400_000;
const NOW = Date.parse('2026-06-01T00:00:00Z');
const at = (day: number) => NOW + day * DAY;
const ref = (name: string) => `component:default/${name}`;

interface Point {
  name: string;
  /** Days from now. */
  day: number;
  hasState: boolean;
}

describe.each(databases.eachSupportedId())(
  'retention of results on %s',
  databaseId => {
    let knex: Knex;
    beforeAll(async () => {
      knex = await databases.init(databaseId);
      await applyMigrations(mockServices.database.mock(), knex);
    });
    afterEach(async () => {
      for (const table of [
        'check_days',
        'daily_roll_ups',
        'departed_entities',
        'entities',
        'evaluation_events',
        'evaluation_points',
        'evaluation_queue',
        'exemption_requests',
        'exemptions',
        'grants',
        'notices',
        'outbox',
      ]) {
        await knex(table).delete();
      }
    });
    afterAll(() => knex.destroy());

    /** Runs one step to its end, some rows at a time. */
    async function run(name: string, limit = 2): Promise<number> {
      const { policy } = await loadPolicy([]);
      const steps = retentionSteps(periodsOf(policy));
      const step = steps.find(each => each.name === name)!;
      let deleted = 0;
      let after: Position | undefined;
      do {
        const request = { after, limit, now: NOW };
        const outcome = await knex.transaction(trx => step.run(trx, request));
        deleted += outcome.deleted;
        after = outcome.next;
      } while (after);
      return deleted;
    }

    const putPoints = (points: readonly Point[]) =>
      knex('evaluation_points').insert(
        points.map(({ day, hasState, name }) => ({
          entity_ref: ref(name),
          at: at(day),
          policy_version: '',
          level: 1,
          guardrail_status: 'ok',
          accountability: 0,
          trust: '{}',
          rights: '{}',
          state: hasState ? '{}' : null,
        })),
      );

    const putEvents = (name: string, ...days: number[]) =>
      knex('evaluation_events').insert(
        days.map(day => ({
          id: `${name} ${day}`,
          entity_ref: ref(name),
          at: at(day),
          recorded_at: NOW,
          policy_version: '',
          kind: 'level-promoted',
          cause: 'evidence',
          event: '{}',
        })),
      );

    const putInQueue = (...names: string[]) =>
      knex('evaluation_queue').insert(
        names.map(name => ({ entity_ref: ref(name), version: 3 })),
      );

    const depart = (name: string, day: number) =>
      knex('departed_entities').insert({
        entity_ref: ref(name),
        departed_at: at(day),
        first_seen_at: at(day - 1),
      });

    const putEntity = (name: string, inScope: boolean) =>
      knex('entities').insert({
        entity_ref: ref(name),
        etag: '',
        indexed_as: '',
        kind: 'Component',
        namespace: 'default',
        name,
        definition_length: 0,
        in_scope: inScope,
        sort_name: name,
        search_text: name,
        metadata: '{}',
        spec: '{}',
        first_seen_at: at(-900),
      });

    const values = async (table: string, column: string) =>
      (await knex(table).select(column)).map(row => row[column]).sort();

    it('lets every series within the window begin and go on as before', async () => {
      const points = fc.uniqueArray(
        fc.record({
          name: fc.constantFrom('a', 'b'),
          day: fc.oneof(
            fc.integer({ min: -420, max: -390 }),
            fc.integer({ min: -395, max: 0 }),
          ),
          hasState: fc.boolean(),
        }),
        { selector: it => `${it.name} ${it.day}`, minLength: 1, maxLength: 20 },
      );
      const read = async (): Promise<Point[]> =>
        (await knex('evaluation_points')).map(row => ({
          name: row.entity_ref.slice(ref('').length),
          day: (Number(row.at) - NOW) / DAY,
          hasState: row.state !== null,
        }));
      /** What holds on each day of the window. */
      const seriesOf = (all: readonly Point[]) =>
        range(-395, 1).map(day =>
          maxBy(
            all.filter(point => point.day <= day),
            'day',
          ),
        );
      let deleted = 0;
      await fc.assert(
        fc.asyncProperty(points, async before => {
          await knex('evaluation_points').delete();
          await putPoints(before);
          deleted += await run('evaluation-points', 3);
          const after = await read();
          for (const name of ['a', 'b']) {
            const [was, is] = [before, after].map(all =>
              all.filter(point => point.name === name),
            );
            expect(seriesOf(is)).toEqual(seriesOf(was));
            const [stateWas, stateIs] = [was, is].map(all =>
              all.filter(({ hasState }) => hasState),
            );
            expect(seriesOf(stateIs)).toEqual(seriesOf(stateWas));
            // And nothing else stays.
            expect(is.filter(({ day }) => day < -395).length).toBeLessThan(3);
          }
          expect(await run('evaluation-points', 3)).toBe(0);
        }),
        {
          examples: [
            [
              [
                { name: 'a', day: -398, hasState: true },
                { name: 'a', day: -397, hasState: true },
                { name: 'a', day: -396, hasState: false },
              ],
            ],
          ],
          numRuns: 30,
        },
      );
      expect(deleted).toBeGreaterThan(0);
    });

    it('forgets what changed before the window', async () => {
      await putEvents('a', -500, -396, -395, -1);
      await putEvents('b', -397);
      expect(await run('evaluation-events')).toBe(3);
      expect(await values('evaluation_events', 'id')).toEqual([
        'a -1',
        'a -395',
      ]);
    });

    it('forgets marks of what is no entity in scope', async () => {
      await putEntity('a', true);
      await putEntity('outside', false);
      await depart('away', -10);
      await putInQueue('a', 'outside', 'away', 'misspelt');
      expect(await run('evaluation-queue')).toBe(2);
      expect(await values('evaluation_queue', 'entity_ref')).toEqual([
        ref('a'),
        ref('away'),
      ]);
    });

    it('forgets everything about who left long ago', async () => {
      await depart('long', -365);
      await depart('lately', -364);
      for (const name of ['long', 'lately']) {
        await putPoints([{ name, day: -370, hasState: true }]);
        await putEvents(name, -370, -366);
        await putInQueue(name);
        await knex('exemptions').insert({
          id: name,
          entity_ref: ref(name),
          check_id: 'slo',
          reason: '',
          requested_by: 'user:default/x',
          from_at: at(-400),
          expires_at: at(-300),
          recorded_at: at(-400),
        });
        await knex('exemption_requests').insert({
          id: name,
          entity_ref: ref(name),
          check_id: 'slo',
          reason: '',
          requested_by: 'user:default/x',
          requested_at: at(-400),
          expires_at: at(-300),
        });
        await knex('grants').insert({
          id: name,
          entity_ref: ref(name),
          area: 'tooling',
          granted_right: 4,
          recommended: 3,
          reason: '',
          board_ref: 'group:default/board',
          opened_by: 'user:default/x',
          opened_at: at(-400),
          expires_at: at(-300),
        });
      }
      expect(await run('departed-entities')).toBe(8);
      for (const table of [
        'departed_entities',
        'evaluation_points',
        'evaluation_queue',
        'exemption_requests',
        'exemptions',
        'grants',
      ]) {
        expect(await values(table, 'entity_ref')).toEqual([ref('lately')]);
      }
      expect(await knex('evaluation_events')).toHaveLength(2);
    });

    it('forgets days of more than three years ago', async () => {
      const figures = await knex('daily_roll_ups').columnInfo();
      const zeros = Object.fromEntries(
        Object.keys(figures).map(column => [column, 0]),
      );
      await knex('daily_roll_ups').insert(
        [
          ['2023-05-31', 'organisation', ''],
          ['2023-05-31', 'domain', 'domain:default/a'],
          ['2023-06-01', 'organisation', ''],
          ['2026-06-01', 'organisation', ''],
        ].map(([day, kind, of]) => ({ ...zeros, day, kind, ref: of })),
      );
      expect(await run('daily-roll-ups')).toBe(2);
      expect(await values('daily_roll_ups', 'day')).toEqual([
        '2023-06-01',
        '2026-06-01',
      ]);
    });

    it('keeps three years of days of checks', async () => {
      const counts = { applies: 1, pass: 1, fail: 0, unknown: 0, exempt: 0 };
      await knex('check_days').insert(
        [
          ['2023-05-31', '', 'a'],
          ['2023-05-31', '', 'b'],
          ['2023-05-31', 'domain:default/a', 'a'],
          ['2023-06-01', '', 'a'],
          ['2026-06-01', '', 'a'],
        ].map(([day, domain_ref, check_id]) => ({
          ...counts,
          day,
          domain_ref,
          role: 'levels',
          check_id,
        })),
      );
      expect(await run('check-days')).toBe(3);
      expect(await values('check_days', 'day')).toEqual([
        '2023-06-01',
        '2026-06-01',
      ]);
    });

    it('forgets announcements that were given up long ago', async () => {
      const rows = [
        ['waiting', -500, null],
        ['forgotten', -500, -366],
        ['aside', -500, -364],
        ['recent', -1, -1],
      ] as const;
      await knex('outbox').insert(
        rows.map(([id, created, quarantined]) => ({
          id,
          entity_ref: ref('a'),
          created_at: at(created),
          announcement: '{}',
          due_at: quarantined ? null : NOW,
          quarantined_at: quarantined && at(quarantined),
        })),
      );
      expect(await run('outbox')).toBe(1);
      expect(await values('outbox', 'id')).toEqual([
        'aside',
        'recent',
        'waiting',
      ]);

      await knex('notices').insert(
        rows.map(([id, created, quarantined]) => ({
          recipient_ref: 'group:default/a',
          announcement_id: id,
          entity_ref: ref('a'),
          created_at: at(created),
          summary: '{}',
          payload: '{}',
          quarantined_at: quarantined && at(quarantined),
        })),
      );
      expect(await run('notices')).toBe(1);
      expect(await values('notices', 'announcement_id')).toEqual([
        'aside',
        'recent',
        'waiting',
      ]);
    });
  },
);
