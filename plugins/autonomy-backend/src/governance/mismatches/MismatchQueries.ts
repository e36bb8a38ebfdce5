import type {
  Consequence,
  DecisionRight,
  ListMismatchesRequest,
  Mismatch,
  MismatchFilter,
  Tier,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { EntityFilter } from '@aligned-autonomy/backstage-plugin-autonomy-node';
import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type { Knex } from 'knex';
import { entitiesInContext } from '../../evaluation/reading/evaluatedEntities';
import { whereAllVisible } from '../../permissions/whereVisible';
import { inTurns } from '../../tasks/inTurns';
import type { EvaluationShapes } from '../../evaluation/reading/shapes';
import { RiskTally } from './RiskTally';

/** Most often there are few; where everybody stands elsewhere, as many as entities. */
const ROWS_PER_TURN = 500;

/**
 * What a mismatch has come to when it is listed.
 *
 * @internal
 */
export interface MismatchPosition {
  priority: number;
  entityRef: string;
  area: string;
}

/**
 * A stretch of the list, the most urgent first.
 *
 * @internal
 */
export type MismatchStretch = Omit<
  ListMismatchesRequest,
  'cursor' | 'limit'
> & {
  /** Conditions on the entity; all must hold. */
  visible: readonly PermissionCriteria<EntityFilter>[];
  after?: MismatchPosition;
  skip?: number;
  limit: number;
};

/** A mismatch without how its area is called. @internal */
export type ListedMismatch = Omit<Mismatch, 'areaTitle'>;

const COUNTED = [
  'evaluations.shape_id',
  'evaluations.rights',
  'evaluations.consequences',
  'evaluations.mismatches',
];

/**
 * The read model of mismatches of entities in scope.
 *
 * @internal
 */
export class MismatchQueries {
  readonly #knex: Knex;
  readonly #shapes: EvaluationShapes;

  static create(options: {
    knex: Knex;
    shapes: EvaluationShapes;
  }): MismatchQueries {
    return new MismatchQueries(options.knex, options.shapes);
  }

  private constructor(knex: Knex, shapes: EvaluationShapes) {
    this.#knex = knex;
    this.#shapes = shapes;
  }

  /** Keyset paging: as quick on the last page as on the first. */
  async list(stretch: MismatchStretch): Promise<ListedMismatch[]> {
    const { after, area, consequence, kind, limit, right, skip = 0 } = stretch;
    const query = this.#knex('evaluation_mismatches as mismatches')
      .join('entities', 'entities.entity_ref', 'mismatches.entity_ref')
      .join(
        'entity_context',
        'entity_context.entity_ref',
        'mismatches.entity_ref',
      )
      .whereRaw('entities.in_scope')
      // As the index has it, here and below.
      .whereRaw(`mismatches.difference ${kind === 'surplus' ? '>' : '<'} 0`);
    whereEntity(query, stretch);
    const alternatives: [string, readonly (string | number)[] | undefined][] = [
      ['mismatches.area', area],
      ['mismatches.consequence', consequence],
      ['mismatches.effective', right],
    ];
    for (const [column, values] of alternatives) {
      if (values) {
        query.whereIn(column, values);
      }
    }
    if (after) {
      query.whereRaw(
        '(-mismatches.priority, mismatches.entity_ref, mismatches.area) > (?, ?, ?)',
        [-after.priority, after.entityRef, after.area],
      );
    }
    const rows = await query
      .orderByRaw(
        '-mismatches.priority, mismatches.entity_ref, mismatches.area',
      )
      .offset(skip)
      .limit(limit)
      .select(
        'mismatches.*',
        'entities.title as entity_title',
        'entities.owner_ref',
        'entity_context.domain_ref',
        'entity_context.tier',
      );
    return rows.map(toMismatch);
  }

  /** The database counts those together of which the same is true. */
  async count(
    filter: MismatchFilter & Pick<MismatchStretch, 'visible'>,
  ): Promise<RiskTally> {
    const query = entitiesInContext(this.#knex);
    whereEntity(query, filter);
    const rows = await query
      .groupBy(COUNTED)
      .select(COUNTED)
      .count('* as entities');
    const shapes = await this.#shapes.of(
      rows.flatMap((row: any) => row.shape_id ?? []),
    );
    const tally = new RiskTally(filter.area);
    for await (const row of inTurns<any>(rows, ROWS_PER_TURN)) {
      tally.add({
        entities: Number(row.entities),
        areas: shapes.get(row.shape_id)?.areas ?? [],
        rights: row.rights ?? '',
        // A result of an earlier version has none.
        consequences: row.consequences ?? '',
        mismatches: row.mismatches ?? '',
      });
    }
    return tally;
  }
}

function whereEntity(
  query: Knex.QueryBuilder,
  filter: MismatchFilter & Pick<MismatchStretch, 'visible'>,
): void {
  const alternatives: [string, readonly string[] | undefined][] = [
    ['entities.entity_ref', filter.entity],
    ['entities.owner_ref', filter.owner],
    // As the index has it; empty: none.
    ["coalesce(entity_context.domain_ref, '')", filter.domain],
  ];
  for (const [column, values] of alternatives) {
    if (values) {
      query.whereIn(query.client.raw(column), values);
    }
  }
  whereAllVisible(query, filter.visible);
}

function toMismatch(row: any): ListedMismatch {
  return {
    entityRef: row.entity_ref,
    entityTitle: row.entity_title ?? undefined,
    domainRef: row.domain_ref ?? undefined,
    ownerRef: row.owner_ref ?? undefined,
    tier: row.tier as Tier,
    area: row.area,
    consequence: row.consequence as Consequence,
    actual: row.actual as DecisionRight,
    source: row.source,
    recommended: row.recommended as DecisionRight,
    difference: row.difference,
    priority: row.priority,
    trust: row.trust,
  };
}
