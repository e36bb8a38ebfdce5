import type { ScorecardRole } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import { range } from 'lodash';
import type { Shape } from '../../evaluation';

/**
 * Entities of which the same is true of some checks that follow each other.
 *
 * @internal
 */
export interface LetterCount {
  /** Empty where it is the entities that are counted. */
  role: ScorecardRole | '';
  shape_id: string | null;
  /** Absent unless asked for. */
  domain_ref?: string | null;
  /** Place of the first of the checks in the shape, from 1. */
  position: number;
  /** States, a letter each. */
  letters: string;
  /** PostgreSQL gives sums as texts. */
  entities: number | string;
}

const COLUMNS: Record<ScorecardRole, string> = {
  readiness: 'readiness_states',
  guardrails: 'guardrail_check_states',
  levels: 'level_states',
  accountability: 'accountability_states',
};
const ROLES = Object.keys(COLUMNS) as ScorecardRole[];

/**
 * What the letters of a role are about, in their order.
 *
 * @internal
 */
export function checksIn(
  { accountability = [], announced = [], ...shape }: Shape,
  role: ScorecardRole,
): readonly { id: string }[] {
  switch (role) {
    case 'readiness':
      return shape.readiness;
    case 'guardrails':
      return [...shape.guardrails, ...announced];
    case 'levels':
      return shape.levels ?? [];
    default:
      return accountability;
  }
}

/**
 * Counts letters, and the entities, in one statement, so that all counts are of one state of the tables.
 *
 * @remarks
 *
 * Where everybody lacks something else there are as many different texts as entities. They are cut into few letters
 * each, of which there are few different ones however many entities there are.
 *
 * @param entities - results with the rest that is known of the entities, not yet selected
 * @param options - `cut`: letters that are counted together; `byDomain`: apart for each domain
 * @internal
 */
export function letterCounts(
  knex: Knex,
  entities: Knex.QueryBuilder,
  options: {
    byDomain: boolean;
    cut: number;
    shapes: ReadonlyMap<string, Shape>;
  },
): Knex.QueryBuilder {
  const { byDomain, cut, shapes } = options;
  const domain = byDomain ? ['domain_ref'] : [];
  const results = entities
    .clone()
    .select(
      'evaluations.shape_id',
      ...ROLES.map(role => `evaluations.${COLUMNS[role]}`),
      ...domain.map(column => `entity_context.${column}`),
    );

  const alike = (role: ScorecardRole) =>
    knex('results')
      .groupBy('shape_id', COLUMNS[role], ...domain)
      .select('shape_id', `${COLUMNS[role]} as letters`, ...domain)
      .count('* as entities');

  const countRole = (role: ScorecardRole) => {
    const longest = [...shapes.values()].map(
      shape => checksIn(shape, role).length,
    );
    const starts = range(1, Math.max(1, ...longest) + 1, cut);
    const part = knex.raw(`substr(letters, place.column1, ${cut})`);
    const place = knex.raw(
      `(values ${starts.map(start => `(${start})`).join(', ')}) as place`,
    );
    return knex(role)
      .joinRaw('join ? on place.column1 <= length(letters)', [place])
      .groupBy('shape_id', 'place.column1', part, ...domain)
      .select(
        knex.raw(`'${role}' as role`),
        'shape_id',
        'place.column1 as position',
        knex.raw('? as letters', [part]),
        ...domain,
      )
      .sum('entities as entities');
  };

  const everything = knex('results')
    .select(
      knex.raw(`'' as role`),
      knex.raw('cast(null as text) as shape_id'),
      knex.raw('0 as position'),
      knex.raw(`'' as letters`),
      ...domain,
    )
    .count('* as entities');
  if (byDomain) {
    everything.groupBy(domain);
  }
  // Materialized, or SQLite makes them anew for each place.
  const counts = knex.queryBuilder().withMaterialized('results', results);
  ROLES.forEach(role => counts.withMaterialized(role, alike(role)));
  return counts.unionAll([everything, ...ROLES.map(role => countRole(role))]);
}
