import {
  SIMULATED_MOVE_KINDS,
  type MoveCounts,
  type MoveGroups,
  type MovesFilter,
  type SimulatedMove,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { EntityFilter } from '@aligned-autonomy/backstage-plugin-autonomy-node';
import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type { Knex } from 'knex';
import { LargeTotals } from '../../../evaluation/reading/list/LargeTotals';
import { escapeLike } from '../../../evaluation/reading/list/whereFilter';
import { whereAllVisible } from '../../../permissions';
import { bitsOf, COUNTED, MOVES_TABLE, toMove, VIEWS } from '../moveRows';

/** So that the answer stays small; nobody reads more rows than that. */
const MOST_GROUPS = 500;

/**
 * Which entities somebody may see; all must hold.
 *
 * @internal
 */
export type Visible = readonly PermissionCriteria<EntityFilter>[];

/**
 * A stretch of the list, in the order of the refs.
 *
 * @internal
 */
export interface MovesStretch {
  simulationId: string;
  filter: MovesFilter;
  visible: Visible;
  limit: number;
  /** Only entities beyond this one. */
  after?: string;
  /** How many rows are passed over beyond that; none unless told. */
  skip?: number;
}

/** What moves in some entities. @internal */
export interface CountedMoves {
  atOnce: MoveCounts;
  settled: MoveCounts;
}

const GROUPED_BY = {
  domain: 'entity_context.domain_ref',
  owner: 'entities.owner_ref',
} as const;

/**
 * The read model of moves: those of entities that are in scope now.
 *
 * @internal
 */
export class MovesQueries {
  readonly #knex: Knex;
  readonly #totals = new LargeTotals();

  static create(options: { knex: Knex }): MovesQueries {
    return new MovesQueries(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Keyset paging: as quick on the last page as on the first. */
  async list(stretch: MovesStretch): Promise<SimulatedMove[]> {
    const { after, limit, skip = 0 } = stretch;
    const query = this.#filtered(stretch);
    if (after !== undefined) {
      query.where('simulation_moves.entity_ref', '>', after);
    }
    const rows = await query
      .orderBy('simulation_moves.entity_ref')
      .offset(skip)
      .limit(limit)
      .select(
        'simulation_moves.entity_ref',
        'simulation_moves.at_once',
        'simulation_moves.settled',
        'entities.title',
        'entities.owner_ref',
        'entities.system_ref',
        'entity_context.domain_ref',
      );
    return rows.map(toMove);
  }

  /** How many the list has; a large number may be ten seconds old. */
  count(
    options: Pick<MovesStretch, 'filter' | 'simulationId' | 'visible'>,
  ): Promise<number> {
    return this.#totals.of(this.#filtered(options));
  }

  /** By domain or owner; first those in which most lose a right, then those in which most moves. */
  async groups(
    simulationId: string,
    by: keyof typeof GROUPED_BY,
    visible: Visible,
  ): Promise<MoveGroups['groups']> {
    const column = GROUPED_BY[by];
    const rows = await this.#visible([simulationId], visible)
      .groupBy(column)
      .select({ ref: column }, ...this.#sums())
      .orderByRaw(
        `"settled/rightsLost" desc, "settled/entities" desc, "atOnce/entities" desc`,
      )
      .orderBy(column)
      .limit(MOST_GROUPS);
    return rows.map((row: any) => ({
      ref: row.ref ?? undefined,
      ...toCounts(row),
    }));
  }

  /** What moves in the entities that somebody may see, by simulation; nothing moves in those that are left out. */
  async counts(
    simulationIds: readonly string[],
    visible: Visible,
  ): Promise<Map<string, CountedMoves>> {
    const rows = await this.#visible(simulationIds, visible)
      .groupBy('simulation_moves.simulation_id')
      .select('simulation_moves.simulation_id', ...this.#sums());
    return new Map(rows.map((row: any) => [row.simulation_id, toCounts(row)]));
  }

  #sums(): Knex.Raw[] {
    return Object.entries({ atOnce: 'at-once', settled: 'settled' } as const)
      .map(([view, name]) => {
        const { column, kinds } = VIEWS[name];
        return [
          this.#knex.raw(`count(simulation_moves.${column}) as ??`, [
            `${view}/entities`,
          ]),
          ...SIMULATED_MOVE_KINDS.map(kind =>
            this.#knex.raw(
              `sum(case when simulation_moves.${kinds} & ? <> 0 then 1 else 0 end) as ??`,
              [bitsOf([kind]), `${view}/${COUNTED[kind]}`],
            ),
          ),
        ];
      })
      .flat();
  }

  #filtered({
    filter: { domain, owner, text, what, when = 'settled' },
    simulationId,
    visible,
  }: Pick<MovesStretch, 'filter' | 'simulationId' | 'visible'>) {
    const { column, kinds } = VIEWS[when];
    const query = this.#visible([simulationId], visible);
    if (what) {
      query.whereRaw(`simulation_moves.${kinds} & ? <> 0`, [bitsOf(what)]);
    } else {
      query.whereNotNull(`simulation_moves.${column}`);
    }
    if (domain) {
      query.whereIn('entity_context.domain_ref', domain);
    }
    if (owner) {
      query.whereIn('entities.owner_ref', owner);
    }
    if (text) {
      query.whereRaw(`entities.search_text like ? escape '\\'`, [
        `%${escapeLike(text.toLocaleLowerCase('en-US'))}%`,
      ]);
    }
    return query;
  }

  #visible(
    simulationIds: readonly string[],
    visible: Visible,
  ): Knex.QueryBuilder {
    const query = this.#knex(MOVES_TABLE)
      .join('entities', 'entities.entity_ref', 'simulation_moves.entity_ref')
      .join(
        'entity_context',
        'entity_context.entity_ref',
        'simulation_moves.entity_ref',
      )
      .whereRaw('entities.in_scope')
      .whereIn('simulation_moves.simulation_id', simulationIds);
    whereAllVisible(query, visible);
    return query;
  }
}

function toCounts(row: Record<string, unknown>): CountedMoves {
  const of = (view: keyof CountedMoves) => {
    const at = (field: keyof MoveCounts) => Number(row[`${view}/${field}`]);
    return {
      entities: at('entities'),
      checks: at('checks'),
      guardrailWorse: at('guardrailWorse'),
      guardrailBetter: at('guardrailBetter'),
      levelDown: at('levelDown'),
      levelUp: at('levelUp'),
      rightsLost: at('rightsLost'),
      rightsGained: at('rightsGained'),
    };
  };
  return { atOnce: of('atOnce'), settled: of('settled') };
}
