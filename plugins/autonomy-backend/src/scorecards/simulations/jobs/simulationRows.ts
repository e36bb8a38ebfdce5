import {
  emptyCounts,
  type Simulation,
  type SimulationState,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { toInstant, type ClaimableRow } from '../../../database';

/** @internal */
export const SIMULATIONS_TABLE = 'simulations';

/**
 * A simulation as it is stored. PostgreSQL gives large integers as text.
 *
 * @internal
 */
export interface SimulationRow extends ClaimableRow {
  id: string;
  state: SimulationState;
  yaml: string;
  draft_id: string | null;
  draft_revision: number | null;
  created_by: string;
  created_at: number | string;
  finished_at: number | string | null;
  as_of: number | string;
  compared_with: string;
  /** JSON */
  changes: string;
  cursor: string | null;
  done: number;
  total: number;
  failed: number;
  failed_reason: string | null;
  /** JSON */
  at_once: string;
  /** JSON */
  settled: string;
  restarts: number;
  message: string | null;
  expired: boolean;
}

/** Those that are not over. @internal */
export const OPEN_STATES: readonly SimulationState[] = ['queued', 'running'];

/**
 * Nothing is done yet, whatever was done before.
 *
 * @internal
 */
export function unbegun(): Pick<
  SimulationRow,
  'at_once' | 'cursor' | 'done' | 'failed' | 'failed_reason' | 'settled'
> {
  return {
    cursor: null,
    done: 0,
    failed: 0,
    failed_reason: null,
    at_once: JSON.stringify(emptyCounts()),
    settled: JSON.stringify(emptyCounts()),
  };
}

/**
 * @param version - of the policy in force
 * @internal
 */
export function toSimulation(row: SimulationRow, version: string): Simulation {
  return {
    id: row.id,
    state: row.state,
    createdBy: row.created_by,
    createdAt: Number(row.created_at),
    finishedAt: toInstant(row.finished_at),
    asOf: Number(row.as_of),
    comparedWith: row.compared_with,
    draft:
      row.draft_id === null
        ? undefined
        : { id: row.draft_id, revision: row.draft_revision! },
    isOutdated: row.compared_with !== version,
    changes: JSON.parse(row.changes),
    progress: { done: row.done, total: row.total },
    failed:
      row.failed > 0
        ? { entities: row.failed, reason: row.failed_reason ?? '' }
        : undefined,
    atOnce: JSON.parse(row.at_once),
    settled: JSON.parse(row.settled),
    message: row.state === 'failed' ? row.message ?? undefined : undefined,
  };
}
