import type { CheckState } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import { inChunks } from '../../database';
import { STATE_LETTERS, type Shape } from '../../evaluation';

const CHUNK = 200;
const STATES = new Map(
  Object.entries(STATE_LETTERS).map(([state, letter]) => [
    letter,
    state as CheckState,
  ]),
);

/** A check of an entity as the last evaluation found it. @internal */
export interface EntityCheck {
  title: string;
  state: CheckState;
}

/** By id of the check. @internal */
export type ChecksById = ReadonlyMap<string, EntityCheck>;

interface Row {
  entity_ref: string;
  shape_id: string;
  readiness_states: string | null;
  guardrail_check_states: string | null;
  level_states: string | null;
  accountability_states: string | null;
}

/**
 * What the checks of entities came to, without their reasons. Plans name checks, whatever these are used for.
 *
 * @internal
 */
export class EntityChecks {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): EntityChecks {
    return new EntityChecks(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** By entity ref; an entity that was never evaluated has none. */
  async of(
    entityRefs: Iterable<string>,
    knex: Knex = this.#knex,
  ): Promise<Map<string, ChecksById>> {
    const rows: Row[] = [];
    for (const refs of inChunks([...new Set(entityRefs)], CHUNK)) {
      rows.push(
        ...(await knex('evaluations')
          .whereIn('entity_ref', refs)
          .whereNotNull('shape_id')
          .select(
            'entity_ref',
            'shape_id',
            'readiness_states',
            'guardrail_check_states',
            'level_states',
            'accountability_states',
          )),
      );
    }
    const shapes = await readShapes(
      knex,
      rows.map(row => row.shape_id),
    );
    return new Map(
      rows.map((row): [string, ChecksById] => [
        row.entity_ref,
        checksOf(row, shapes.get(row.shape_id)),
      ]),
    );
  }
}

async function readShapes(
  knex: Knex,
  ids: readonly string[],
): Promise<Map<string, Shape>> {
  const rows = await knex('evaluation_shapes')
    .whereIn('id', [...new Set(ids)])
    .select('id', 'shape');
  return new Map(rows.map(row => [row.id, JSON.parse(row.shape)]));
}

function checksOf(row: Row, shape: Shape | undefined): ChecksById {
  const checks = new Map<string, EntityCheck>();
  if (!shape) {
    return checks;
  }
  const roles: [{ id: string; title: string }[], string | null][] = [
    [shape.readiness, row.readiness_states],
    [
      [...shape.guardrails, ...(shape.announced ?? [])],
      row.guardrail_check_states,
    ],
    [shape.levels ?? [], row.level_states],
    [shape.accountability ?? [], row.accountability_states],
  ];
  for (const [named, letters] of roles) {
    named.forEach(({ id, title }, position) => {
      // The engine takes the first of an id, too.
      if (!checks.has(id)) {
        const state = STATES.get((letters ?? '')[position]) ?? 'unknown';
        checks.set(id, { title, state });
      }
    });
  }
  return checks;
}
