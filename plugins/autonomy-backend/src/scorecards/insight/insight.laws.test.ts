import type {
  CheckState,
  ScorecardRole,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import fc from 'fast-check';
import type { Knex } from 'knex';
import { applyMigrations } from '../../database';
import { STATE_LETTERS, type Shape } from '../../evaluation';
import { EvaluationShapes } from '../../evaluation/reading/shapes';
import { CheckCountsQueries } from './CheckCountsQueries';
import { appliesTo, checkKey, type CheckCounts } from './CheckCounts';
import { CheckDays } from './CheckDays';
import { checksIn } from './letterCounts';

/*
 * One oracle, a fold over the entities one by one, against the counts that the database makes: those of a moment, and
 * those of a day.
 */

const databases = TestDatabases.create();
jest.setTimeout(120_000);

const DAY = '2026-06-01';
const ROLES: ScorecardRole[] = [
  'readiness',
  'guardrails',
  'levels',
  'accountability',
];
const COLUMNS: Record<ScorecardRole, string> = {
  readiness: 'readiness_states',
  guardrails: 'guardrail_check_states',
  levels: 'level_states',
  accountability: 'accountability_states',
};

const named = (...ids: string[]) => ids.map(id => ({ id, title: id }));

/** In the second one everything has another place; the third is of an earlier version. */
const SHAPES: Record<string, Shape> = {
  first: {
    areas: [],
    readiness: named('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'),
    guardrails: named('j', 'k'),
    announced: named('l'),
    levels: named('m', 'n'),
    accountability: named('o'),
  },
  second: {
    areas: [],
    readiness: named('c', 'a'),
    guardrails: named('l', 'j'),
    levels: [],
    accountability: named('p', 'o'),
  },
  earlier: { areas: [], readiness: named('b'), guardrails: named('k') },
};

const state = fc.constantFrom<CheckState>(
  'pass',
  'pass',
  'fail',
  'unknown',
  'exempt',
  'announced',
  'not-applicable',
);
const resident = fc
  .constantFrom<string | undefined>('first', 'second', 'earlier', undefined)
  .chain(shape =>
    fc.record({
      shape: fc.constant(shape),
      states: fc.record(
        Object.fromEntries(
          ROLES.map(role => {
            const { length } = shape ? checksIn(SHAPES[shape], role) : [];
            const isOlder = shape === 'earlier' && role !== 'readiness';
            const letters = isOlder ? 0 : length;
            return [
              role,
              fc.array(state, { minLength: letters, maxLength: letters }),
            ];
          }),
        ) as Record<ScorecardRole, fc.Arbitrary<CheckState[]>>,
      ),
      domain: fc.constantFrom(null, 'domain:default/a', 'domain:default/b'),
      owner: fc.constantFrom('group:default/a', 'group:default/b'),
      inScope: fc.constantFrom(true, true, true, false),
    }),
  );
const estate = fc.array(resident, { maxLength: 20 });
type Estate = typeof estate extends fc.Arbitrary<infer T> ? T : never;

async function store(knex: Knex, entities: Estate) {
  for (const table of ['entities', 'entity_context', 'evaluations']) {
    await knex(table).delete();
  }
  for (const [index, each] of entities.entries()) {
    const entity_ref = `component:default/${index}`;
    await knex('entities').insert({
      entity_ref,
      etag: '',
      indexed_as: '',
      kind: 'Component',
      namespace: 'default',
      name: `${index}`,
      definition_length: 0,
      in_scope: each.inScope,
      owner_ref: each.owner,
      sort_name: '',
      search_text: '',
      metadata: '{}',
      spec: '{}',
      first_seen_at: 0,
    });
    await knex('entity_context').insert({
      entity_ref,
      domain_ref: each.domain,
      tier: 4,
      dependents: 0,
      dependent_domains: 0,
      catalog_facts: '{}',
      confirmed_at: 0,
    });
    await knex('evaluations').insert({
      entity_ref,
      evaluated_at: 0,
      policy_version: '',
      level: 1,
      level_title: '',
      guardrail_status: 'ok',
      guardrail_rank: 0,
      guardrails_breached: 0,
      readiness_gaps: 0,
      accountability: 0,
      stale: false,
      body: '{}',
      body_hash: '',
      shape_id: each.shape ?? null,
      ...Object.fromEntries(
        ROLES.map(role => [
          COLUMNS[role],
          // Results of earlier versions have none of the newer ones.
          each.shape && (each.shape !== 'earlier' || role === 'readiness')
            ? each.states[role].map(one => STATE_LETTERS[one]).join('')
            : null,
        ]),
      ),
    });
  }
}

function fold(entities: Estate): Record<string, CheckCounts> {
  const counts: Record<string, CheckCounts> = {};
  for (const { inScope, shape, states } of entities) {
    for (const role of inScope && shape ? ROLES : []) {
      states[role].forEach((one, position) => {
        const { id } = checksIn(SHAPES[shape!], role)[position];
        if (one !== 'not-applicable') {
          const of = (counts[checkKey(role, id)] ??= {});
          of[one] = (of[one] ?? 0) + 1;
        }
      });
    }
  }
  return counts;
}

/** What the rows of a day should say, by domain, role and check. */
function foldDay(entities: Estate) {
  const groups: [string, Estate][] = [
    ['', entities],
    ...['domain:default/a', 'domain:default/b'].map((ref): [string, Estate] => [
      ref,
      entities.filter(({ domain }) => domain === ref),
    ]),
  ];
  return Object.fromEntries(
    groups.flatMap(([ref, some]) =>
      Object.entries(fold(some))
        .filter(([, counts]) => appliesTo(counts) > 0)
        .map(([key, counts]) => {
          const { exempt = 0, fail = 0, pass = 0, unknown = 0 } = counts;
          const applies = appliesTo(counts);
          return [
            `${ref} ${key}`,
            { applies, pass, fail, unknown, exempt },
          ] as const;
        }),
    ),
  );
}

async function readDay(knex: Knex) {
  const rows = await knex('check_days').where({ day: DAY });
  return Object.fromEntries(
    rows.map(({ check_id, day, domain_ref, role, ...counts }) => [
      `${domain_ref} ${checkKey(role, check_id)}`,
      counts,
    ]),
  );
}

describe.each(databases.eachSupportedId())('checks on %s', databaseId => {
  let knex: Knex;
  beforeAll(async () => {
    knex = await databases.init(databaseId);
    await applyMigrations(mockServices.database.mock(), knex);
    await knex('evaluation_shapes').insert(
      Object.entries(SHAPES).map(([id, shape]) => ({
        id,
        shape: JSON.stringify(shape),
      })),
    );
  });
  afterAll(() => knex.destroy());

  it('come to what counting the entities one by one comes to', async () => {
    const shapes = EvaluationShapes.create({ knex });
    const queries = CheckCountsQueries.create({ knex, shapes });
    await fc.assert(
      fc.asyncProperty(estate, async entities => {
        await store(knex, entities);
        const all = await queries.read({ visible: [] });
        expect(Object.fromEntries(all.counts)).toEqual(fold(entities));
        expect(all.entities).toBe(
          entities.filter(({ inScope }) => inScope).length,
        );
        const some = await queries.read({
          visible: [],
          domain: ['domain:default/a'],
          owner: ['group:default/b'],
        });
        const meant = entities.filter(
          ({ domain, owner }) =>
            domain === 'domain:default/a' && owner === 'group:default/b',
        );
        expect(Object.fromEntries(some.counts)).toEqual(fold(meant));
      }),
      { numRuns: 40 },
    );
  });

  it('are written down for each day, where anything differs', async () => {
    const shapes = EvaluationShapes.create({ knex });
    const days = CheckDays.create({ knex, shapes });
    await fc.assert(
      fc.asyncProperty(estate, estate, async (first, second) => {
        await knex('check_days').delete();
        await store(knex, first);
        const outcome = await days.write(DAY);
        const before = await readDay(knex);
        expect(before).toEqual(foldDay(first));
        expect(outcome).toEqual({
          written: Object.keys(before).length,
          deleted: 0,
        });
        expect(await days.write(DAY)).toEqual({ written: 0, deleted: 0 });

        await store(knex, second);
        const changed = await days.write(DAY);
        const after = await readDay(knex);
        expect(after).toEqual(foldDay(second));
        expect(changed.deleted).toBe(
          Object.keys(before).filter(key => !(key in after)).length,
        );
      }),
      { numRuns: 25 },
    );
  });

  it('may be written down by several at once', async () => {
    const shapes = EvaluationShapes.create({ knex });
    const days = CheckDays.create({ knex, shapes });
    const [some] = fc.sample(
      estate.filter(({ length }) => length > 5),
      { numRuns: 1, seed: 1 },
    );
    await store(knex, some);
    await Promise.all([1, 2, 3, 4].map(() => days.write(DAY)));
    expect(await readDay(knex)).toEqual(foldDay(some));
  });
});
