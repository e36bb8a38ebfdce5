import type { Knex } from 'knex';
import { toInstant } from '../../database';

const TABLE = 'evaluation_sweep';
const ID = 'sweep';

/**
 * What a look at all entities came to. Instants are UTC milliseconds.
 *
 * @internal
 */
export interface CompletedSweep {
  startedAt: number;
  finishedAt: number;
  checked: number;
  /** Entities whose change nobody had noted. */
  missed: number;
  /** The first of them. */
  missedRefs: string[];
}

/**
 * How far a look at all entities is.
 *
 * @internal
 */
export interface SweepState {
  /** Absent between two. */
  startedAt?: number;
  /** The last ref that was looked at. */
  cursor?: string;
  checked: number;
  missed: number;
  missedRefs: string[];
  last?: CompletedSweep;
}

/**
 * @internal
 */
export async function readSweepState(knex: Knex): Promise<SweepState> {
  const row = await knex(TABLE).where('id', ID).first();
  if (!row) {
    return { checked: 0, missed: 0, missedRefs: [] };
  }
  return {
    startedAt: toInstant(row.started_at),
    cursor: row.cursor ?? undefined,
    checked: row.checked,
    missed: row.missed,
    missedRefs: JSON.parse(row.missed_refs),
    last: row.last ? JSON.parse(row.last) : undefined,
  };
}

/**
 * @internal
 */
export async function writeSweepState(
  knex: Knex,
  state: SweepState,
): Promise<void> {
  await knex(TABLE)
    .insert({
      id: ID,
      started_at: state.startedAt ?? null,
      cursor: state.cursor ?? null,
      checked: state.checked,
      missed: state.missed,
      missed_refs: JSON.stringify(state.missedRefs),
      last: state.last ? JSON.stringify(state.last) : null,
    })
    .onConflict('id')
    .merge();
}
