/** Figures are summed up in millionths: whole numbers come to the same in whatever order. */
const PARTS = '1e6';

const entitiesWhere = (condition: string) =>
  `count(*) filter (where ${condition})`;
const lettersOf = (letters: string) => `coalesce(sum(length(${letters})), 0)`;
const partsOf = (figure: string) =>
  `coalesce(sum(round(${figure} * ${PARTS})), 0)`;

const isIn = (status: string) =>
  entitiesWhere(`result.guardrail_status = '${status}'`);
const isOn = (level: number) => entitiesWhere(`result.level = ${level}`);

/** What is counted, by column of `daily_roll_ups`. */
const COUNTS: Record<string, string> = {
  entities: 'count(*)',
  level_1: isOn(1),
  level_2: isOn(2),
  level_3: isOn(3),
  level_4: isOn(4),
  guardrails_none: isIn('none'),
  guardrails_ok: isIn('ok'),
  guardrails_exempt: isIn('exempt'),
  guardrails_at_risk: isIn('at-risk'),
  guardrails_breached: isIn('breached'),
  guardrails_unknown: isIn('unknown'),
  guardrail_pairs: lettersOf('result.guardrail_states'),
  guardrail_pairs_exempt: `${lettersOf(
    'result.guardrail_states',
  )} - ${lettersOf(`replace(result.guardrail_states, 'e', '')`)}`,
  readiness_count: 'count(result.readiness)',
  surplus: 'count(result.surplus)',
  deficit: 'count(result.deficit)',
  stale: entitiesWhere('result.stale'),
};

/** What is summed up, by column. */
const SUMS: Record<string, string> = {
  readiness_sum: partsOf('result.readiness'),
  accountability_sum: partsOf('result.accountability'),
};

const COLUMNS = [...Object.keys(COUNTS), ...Object.keys(SUMS)];

/** Kinds of groups, by the ref that makes them. */
const GROUPED_BY = {
  domain: 'domain_ref',
  system: 'system_ref',
  owner: 'owner_ref',
};

const list = (parts: Iterable<string>) => [...parts].join(', ');
const columnsOf = (table: string) =>
  list(COLUMNS.map(column => `${table}.${column}`));

/** Entities are counted once for each place; groups are made of places. */
const PLACES = `
  select
    coalesce(context.domain_ref, '') as domain_ref,
    coalesce(entity.system_ref, '') as system_ref,
    coalesce(entity.owner_ref, '') as owner_ref,
    ${list(
      Object.entries({ ...COUNTS, ...SUMS }).map(
        ([column, sql]) => `${sql} as ${column}`,
      ),
    )}
  from evaluations result
  join entities entity
    on entity.entity_ref = result.entity_ref and entity.in_scope
  left join entity_context context
    on context.entity_ref = result.entity_ref
  group by 1, 2, 3`;

const TOTALS = list([
  ...Object.keys(COUNTS).map(column => `sum(${column}) as ${column}`),
  ...Object.keys(SUMS).map(column => `sum(${column}) / ${PARTS} as ${column}`),
]);

const GROUPS = [
  `select 'organisation' as kind, '' as ref, ${TOTALS} from places having count(*) > 0`,
  ...Object.entries(GROUPED_BY).map(
    ([kind, ref]) =>
      `select '${kind}' as kind, ${ref} as ref, ${TOTALS} from places group by ${ref}`,
  ),
].join(' union all ');

const WITH_GROUPS = `with places as materialized (${PLACES}), present as materialized (${GROUPS})`;

/**
 * Writes the rows of a day that are new or different, in one order, so that two who do it wait for each other.
 * Binds the day twice.
 *
 * @internal
 */
export const WRITE_DIFFERENT = `${WITH_GROUPS}
  insert into daily_roll_ups (day, kind, ref, ${list(COLUMNS)})
  select ?, present.kind, present.ref, ${columnsOf('present')}
  from present
  where not exists (
    select 1 from daily_roll_ups known
    where known.day = ? and known.kind = present.kind and known.ref = present.ref
      and (${columnsOf('known')}) = (${columnsOf('present')})
  )
  order by present.kind, present.ref
  on conflict (day, kind, ref) do update
    set ${list(COLUMNS.map(column => `${column} = excluded.${column}`))}`;

/**
 * Deletes the rows of a day whose groups are no more. Binds the day.
 *
 * @internal
 */
export const DELETE_VANISHED = `${WITH_GROUPS}
  delete from daily_roll_ups
  where day = ? and (kind, ref) not in (select kind, ref from present)`;
