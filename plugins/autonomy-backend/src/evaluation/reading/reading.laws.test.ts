import {
  mockCredentials,
  mockServices,
  TestDatabases,
} from '@backstage/backend-test-utils';
import {
  ENTITY_SORT_FIELDS,
  readinessRollUp,
  SUMMARY_GROUPINGS,
  type EntitiesFilter,
  type EntitySortField,
  type ListEntitiesResponse,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { EntityFilter } from '@aligned-autonomy/backstage-plugin-autonomy-node';
import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import fc from 'fast-check';
import { countBy, groupBy, mapValues, orderBy, sumBy, uniq } from 'lodash';
import { applyMigrations } from '../../database';
import type { ReadAccess } from '../../permissions';
import { matchesFilter } from '../../permissions/matchesFilter';
import { loadPolicy } from '../../scorecards';
import {
  createResidents,
  moveIn,
  SHAPES,
  type Resident,
} from './__testUtils__/estate';
import { createResultReaders } from './createResultReaders';

/*
 * One oracle, a fold over the entities one by one, against everything that reads them from the database:
 * pages, exports, lookups, sums, roll-ups and counts of guardrails.
 */

type Criteria = PermissionCriteria<EntityFilter>;

const databases = TestDatabases.create();
jest.setTimeout(180_000);

const credentials = mockCredentials.user();
const STATUSES = ['ok', 'exempt', 'at-risk', 'breached', 'unknown'] as const;
const RESIDENTS = createResidents(90);
const REFS = RESIDENTS.map(({ record }) => record.entityRef);

const condition: fc.Arbitrary<EntityFilter> = fc.constantFrom(
  { key: 'metadata.labels.visibility', values: ['open'] },
  { key: 'relations.ownedBy', values: ['group:default/a', 'group:default/b'] },
  { key: 'relations.ownedBy' },
  { key: 'autonomy.domain', values: ['domain:default/pay'] },
  { key: 'autonomy.domain' },
  { key: 'autonomy.tier', values: ['1', '3', 'x'] },
  { key: 'spec.type', values: ['website'] },
  { key: 'metadata.name', values: [] },
);
const { criteria } = fc.letrec<{ criteria: Criteria }>(tie => ({
  criteria: fc.oneof(
    { maxDepth: 3 },
    condition,
    fc.record({ not: tie('criteria') }),
    fc.record({ allOf: several(tie('criteria')) }),
    fc.record({ anyOf: several(tie('criteria')) }),
  ) as fc.Arbitrary<Criteria>,
}));

function several<T>(each: fc.Arbitrary<T>) {
  return fc.array(each, { minLength: 1, maxLength: 3 });
}

const anyOf = <T>(...values: T[]) =>
  fc.option(fc.subarray(values, { minLength: 1 }), {
    nil: undefined,
    freq: 1,
  });
const maybe = <T>(...values: T[]) =>
  fc.constantFrom(undefined, undefined, undefined, ...values);

/** Few at a time, or nothing is left. */
const filters = fc.oneof(
  fc.constant({}),
  fc.record({ kind: anyOf('component', 'api'), type: anyOf('website', 'x') }),
  fc.record({
    owner: anyOf('group:default/a', 'group:default/none'),
    domain: anyOf('domain:default/pay', 'domain:default/cards_'),
  }),
  fc.record({ system: anyOf('system:default/x'), tier: anyOf(1, 2, 4) }),
  fc.record({
    level: anyOf(1, 2, 4),
    guardrailStatus: anyOf('ok', 'breached', 'none'),
  }),
  fc.record({
    minReadiness: maybe(0, 12.5, 40),
    maxReadiness: maybe(0, 50, 100),
  }),
  fc.record({
    text: maybe('E00', 'same', 'ü', '%', '_'),
    mismatch: anyOf('surplus', 'deficit'),
  }),
  fc.record({
    stale: maybe(true, false),
    atRisk: maybe(true, false),
    proposed: maybe(true, false),
  }),
  fc.record({
    readinessItem: fc.constantFrom('logs', 'owner', 'traces', 'nothing'),
    readinessState: anyOf('pass', 'announced', 'fail'),
  }),
  fc.record({
    guardrail: fc.constantFrom('reviewers', 'secrets', '%'),
    guardrailState: anyOf('ok', 'breached'),
  }),
) as fc.Arbitrary<EntitiesFilter>;

function holds(rule: Criteria, resident: Resident): boolean {
  if ('allOf' in rule) return rule.allOf.every(part => holds(part, resident));
  if ('anyOf' in rule) return rule.anyOf.some(part => holds(part, resident));
  if ('not' in rule) return !holds(rule.not, resident);
  return matchesFilter(resident.record, rule);
}

function isAsked(resident: Resident, filter: EntitiesFilter): boolean {
  const { record, shape } = resident;
  const isOneOf = (wanted: readonly unknown[] | undefined, value: unknown) =>
    !wanted || wanted.includes(value);
  const is = (wanted: boolean | undefined, value: boolean) =>
    wanted === undefined || wanted === value;
  const letterOf = <T>(
    id: string,
    role: 'guardrails' | 'readiness',
    found: T[],
  ) =>
    found[
      (shape ? SHAPES[shape][role] : []).findIndex(check => check.id === id)
    ];
  const { maxReadiness: most, minReadiness: least, mismatch } = filter;
  const isBounded = least !== undefined || most !== undefined;
  const text = `${record.name}\n${record.title ?? record.name}`;
  return (
    isOneOf(filter.kind, 'component') &&
    isOneOf(filter.type, resident.type) &&
    isOneOf(filter.owner, record.ownerRefs[0]) &&
    isOneOf(filter.system, record.systemRef) &&
    isOneOf(filter.domain, record.domainRef) &&
    isOneOf(filter.tier, record.tier) &&
    isOneOf(filter.level, resident.level) &&
    isOneOf(filter.guardrailStatus, resident.guardrailStatus) &&
    (!isBounded ||
      (resident.readiness !== undefined &&
        resident.readiness >= (least ?? 0) &&
        resident.readiness <= (most ?? 100))) &&
    text.toLowerCase().includes((filter.text ?? '').toLowerCase()) &&
    (!mismatch || mismatch.some(kind => resident[kind] !== undefined)) &&
    is(filter.stale, resident.isStale) &&
    is(filter.atRisk, resident.atRiskSince !== undefined) &&
    is(filter.proposed, resident.proposedLevel !== undefined) &&
    (filter.readinessItem === undefined ||
      (filter.readinessState ?? ['fail', 'unknown', 'exempt']).includes(
        letterOf(filter.readinessItem, 'readiness', resident.states),
      )) &&
    (filter.guardrail === undefined ||
      (filter.guardrailState ?? ['at-risk', 'breached', 'unknown']).includes(
        letterOf(filter.guardrail, 'guardrails', resident.statuses),
      ))
  );
}

/** How a guardrail is in each of the entities to which it applies. */
const statusesOf = (id: string, residents: readonly Resident[]) =>
  residents.flatMap(({ shape, statuses }) => {
    const { guardrails } = SHAPES[shape ?? ''] ?? { guardrails: [] };
    return statuses[guardrails.findIndex(each => each.id === id)] ?? [];
  });

const LAST = { asc: Infinity, desc: -Infinity };

function inOrder(
  residents: readonly Resident[],
  by: EntitySortField,
  direction: 'asc' | 'desc',
): Resident[] {
  const valueOf = ({ record, ...resident }: Resident): string | number =>
    ({
      name: (record.title ?? record.name).toLowerCase(),
      level: resident.level,
      guardrailStatus: ['none', 'ok', 'exempt', 'at-risk'].includes(
        resident.guardrailStatus,
      )
        ? ['none', 'ok', 'exempt', 'at-risk'].indexOf(resident.guardrailStatus)
        : 4,
      readiness: resident.readiness ?? -1,
      accountability: resident.accountability,
      tier: record.tier,
      owner: record.ownerRefs[0] ?? '',
      domain: record.domainRef ?? '',
      surplus: resident.surplus ?? LAST[direction],
      deficit: resident.deficit ?? LAST[direction],
    }[by]);
  return orderBy(
    residents,
    [valueOf, ({ record }) => record.entityRef],
    [direction, direction],
  );
}

const refsOf = (residents: readonly Resident[]) =>
  residents.map(({ record }) => record.entityRef);

/** Each figure on its own, one entity after the other. */
function fold(residents: readonly Resident[]) {
  const count = (is: (resident: Resident) => boolean) =>
    residents.filter(is).length;
  const statuses = residents.flatMap(each => each.statuses);
  return {
    entities: residents.length,
    levels: mapValues({ 1: 0, 2: 0, 3: 0, 4: 0 }, (_, level) =>
      count(each => each.level === Number(level)),
    ),
    breached: count(each => each.guardrailStatus === 'breached'),
    atRisk: count(each => each.guardrailStatus === 'at-risk'),
    focus: count(each => each.readinessBand === 'focus'),
    noBand: count(each => each.readinessBand === undefined),
    readiness: sumBy(residents, each => each.readiness ?? 0),
    accountability: sumBy(residents, each => each.accountability),
    surplus: count(each => each.surplus !== undefined),
    deficit: count(each => each.deficit !== undefined),
    stale: count(each => each.isStale),
    pairs: statuses.length,
    exempt: statuses.filter(status => status === 'exempt').length,
  };
}

describe.each(databases.eachSupportedId())('what is read on %s', databaseId => {
  /** Whom the catalog shows what; undefined where it need not be asked. */
  let shown: ((ref: string) => boolean) | undefined;
  let visible: Criteria[] = [];
  let readers: ReturnType<typeof createResultReaders>;

  beforeAll(async () => {
    const knex = await databases.init(databaseId);
    await applyMigrations(mockServices.database.mock(), knex);
    await moveIn(knex, RESIDENTS);
    readers = createResultReaders({
      access: {
        visibility: async () => ({
          kind: 'entities',
          criteria: visible,
          askCatalog: shown !== undefined,
        }),
      } as Pick<ReadAccess, 'visibility'> as ReadAccess,
      catalog: { readable: async refs => new Set(refs.filter(shown!)) },
      clock: { now: async () => 0 },
      knex,
      policy: await loadPolicy([]),
      refresh: { refresh: async () => true },
    });
  });

  const options = { credentials };

  async function pages(
    request: object,
    start: string | undefined,
    way: 'nextCursor' | 'prevCursor',
  ) {
    const found: ListEntitiesResponse[] = [];
    let cursor = start;
    do {
      found.push(
        await readers.evaluations.list({ ...request, cursor }, options),
      );
      cursor = found[found.length - 1].pageInfo[way];
    } while (cursor && found.length <= RESIDENTS.length);
    return found;
  }

  async function everything(request: object): Promise<string[]> {
    const refs: string[] = [];
    for await (const rows of await readers.evaluations.all(request, options)) {
      refs.push(...rows.map(({ entityRef }) => entityRef));
    }
    return refs;
  }

  it('is what the reader may see and asked for, in every way of reading', async () => {
    const reads = fc.record({
      rules: fc.array(criteria, { maxLength: 2 }),
      filter: filters,
      by: fc.constantFrom(...ENTITY_SORT_FIELDS),
      direction: fc.constantFrom('asc' as const, 'desc' as const),
      limit: fc.integer({ min: 1, max: 40 }),
      hidden: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
    });
    await fc.assert(
      fc.asyncProperty(reads, async ({ by, direction, filter, ...read }) => {
        const isShown = (ref: string) =>
          !read.hidden || Number(ref.slice(-3)) % (read.hidden + 1) !== 0;
        visible = read.rules;
        shown = read.hidden ? isShown : undefined;
        const readable = RESIDENTS.filter(
          resident =>
            resident.inScope &&
            isShown(resident.record.entityRef) &&
            read.rules.every(rule => holds(rule, resident)),
        );
        const wanted = readable.filter(each => isAsked(each, filter));
        const expected = refsOf(inOrder(wanted, by, direction));

        const request = { ...filter, orderBy: by, order: direction };
        const forth = await pages(
          { ...request, limit: read.limit },
          undefined,
          'nextCursor',
        );
        const rows = forth.flatMap(({ items }) => items);
        expect(rows.map(({ entityRef }) => entityRef)).toEqual(expected);
        expect(new Set(forth.map(page => page.totalItems))).toEqual(
          new Set([shown ? undefined : expected.length]),
        );
        const { prevCursor } = forth[forth.length - 1].pageInfo;
        const back = prevCursor
          ? await pages(
              { ...request, limit: read.limit },
              prevCursor,
              'prevCursor',
            )
          : [];
        expect([...back].reverse().flatMap(({ items }) => items)).toEqual(
          forth.slice(0, -1).flatMap(({ items }) => items),
        );
        expect(await everything(request)).toEqual(expected);

        const asked = [...REFS, 'component:default/nobody', REFS[1]];
        const looked = await readers.evaluations.byRefs(asked, options);
        const may = new Set(refsOf(readable));
        expect(looked.map(row => row?.entityRef)).toEqual(
          asked.map(ref => (may.has(ref) ? ref : undefined)),
        );
        const byRef = new Map(looked.map(row => [row?.entityRef, row]));
        expect(rows).toEqual(expected.map(ref => byRef.get(ref)));
      }),
      { numRuns: 60 },
    );
  });

  it('adds up', async () => {
    const reads = fc.record({
      rules: fc.array(criteria, { maxLength: 2 }),
      filter: filters,
      grouping: fc.constantFrom(...SUMMARY_GROUPINGS),
      limit: fc.constantFrom(2, 100),
    });
    shown = undefined;
    await fc.assert(
      fc.asyncProperty(reads, async ({ filter, grouping, limit, rules }) => {
        visible = rules;
        const wanted = RESIDENTS.filter(
          resident =>
            resident.inScope &&
            rules.every(rule => holds(rule, resident)) &&
            isAsked(resident, filter),
        );
        const answer = await readers.summaries.summarize(
          { ...filter, groupBy: grouping, limit },
          options,
        );
        const expected = groupBy(wanted, ({ level, record }) =>
          String(
            {
              domain: record.domainRef,
              system: record.systemRef,
              owner: record.ownerRefs[0],
              tier: record.tier,
              level,
            }[grouping],
          ),
        );
        const told = ({ bands, guardrails, ...figures }: any) => ({
          entities: figures.entities,
          levels: figures.levels,
          breached: guardrails.breached,
          atRisk: guardrails['at-risk'],
          focus: bands.focus,
          noBand: bands.none,
          readiness: expect.closeTo(
            (figures.readiness ?? 0) * (figures.entities - bands.none),
          ),
          accountability: expect.closeTo(
            (figures.accountability ?? 0) * figures.entities,
          ),
          surplus: figures.surplus,
          deficit: figures.deficit,
          stale: figures.stale,
          pairs: figures.guardrailPairs,
          exempt: figures.exemptPairs,
        });
        expect(fold(wanted)).toEqual(told(answer.totals));
        expect(answer.totalGroups).toBe(Object.keys(expected).length);
        expect(answer.groups).toHaveLength(
          Math.min(limit, Object.keys(expected).length),
        );
        const sizes = answer.groups.map(({ entities }) => entities);
        expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
        for (const group of answer.groups) {
          const members = expected[String(group.ref ?? group.value)];
          expect(fold(members)).toEqual(told(group));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is the same readiness, and as many behind each item', async () => {
    const policy = await loadPolicy([]);
    shown = undefined;
    await fc.assert(
      fc.asyncProperty(fc.array(criteria, { maxLength: 2 }), async rules => {
        visible = rules;
        const readable = RESIDENTS.filter(
          resident =>
            resident.inScope && rules.every(rule => holds(rule, resident)),
        );
        const { rollUp } = await readers.readiness.ofOrganisation(options);
        expect(rollUp).toEqual(
          readinessRollUp(
            readable.map(({ shape, states }) => ({
              checks: (shape ? SHAPES[shape].readiness : []).map(
                (each, index) => ({ ...each, state: states[index] }),
              ),
            })),
            policy.policy.readiness,
          ),
        );
        for (const { applicable, id, passing } of rollUp!.items) {
          const behind = await readers.evaluations.list(
            { readinessItem: id },
            options,
          );
          expect(behind.totalItems).toBe(applicable - passing);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('is the same count of each guardrail', async () => {
    const reads = fc.record({
      rules: fc.array(criteria, { maxLength: 2 }),
      filter: filters,
    });
    const ids = uniq(
      Object.values(SHAPES).flatMap(shape => shape.guardrails.map(g => g.id)),
    ).sort();
    shown = undefined;
    await fc.assert(
      fc.asyncProperty(reads, async ({ filter, rules }) => {
        visible = rules;
        const wanted = RESIDENTS.filter(
          resident =>
            resident.inScope &&
            rules.every(rule => holds(rule, resident)) &&
            isAsked(resident, filter),
        );
        const { groups, guardrails, totalGroups } =
          await readers.guardrails.read(filter, options);
        const expected = groupBy(wanted, ({ record }) =>
          String(record.domainRef),
        );
        expect(guardrails).toEqual(
          ids
            .filter(id => statusesOf(id, wanted).length > 0)
            .map(id => ({ id, title: `Title of ${id}`, mandatory: false })),
        );
        expect(groups).toHaveLength(Object.keys(expected).length);
        expect(totalGroups).toBe(groups.length);
        const sizes = groups.map(({ entities }) => entities);
        expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
        for (const { counts, entities, ref } of groups) {
          const members = expected[String(ref)];
          expect(entities).toBe(members.length);
          expect(counts).toEqual(
            guardrails.map(({ id }) => countBy(statusesOf(id, members))),
          );
        }
      }),
      { numRuns: 60 },
    );
  });

  it('has as many entities behind each count of a guardrail', async () => {
    visible = [{ key: 'metadata.labels.visibility', values: ['open'] }];
    shown = undefined;
    const { groups, guardrails } = await readers.guardrails.read({}, options);
    for (const { counts, ref } of groups) {
      for (const [index, { id }] of guardrails.entries()) {
        for (const status of STATUSES) {
          const behind = await readers.evaluations.list(
            {
              // As the index has those without one.
              domain: [ref ?? ''],
              guardrail: id,
              guardrailState: [status],
            },
            options,
          );
          expect([ref, id, status, behind.totalItems]).toEqual([
            ref,
            id,
            status,
            counts[index][status] ?? 0,
          ]);
        }
      }
    }
  });

  it('is not counted where only the catalog can tell', async () => {
    visible = [];
    shown = () => true;
    expect(
      await readers.summaries.summarize({ groupBy: 'owner' }, options),
    ).toEqual({
      groupBy: 'owner',
      isWithheld: true,
      groups: [],
      trend: 'withheld',
    });
    expect(await readers.readiness.ofOrganisation(options)).toEqual({
      isWithheld: true,
    });
    expect(await readers.guardrails.read({}, options)).toEqual({
      isWithheld: true,
      guardrails: [],
      groups: [],
    });
  });
});
