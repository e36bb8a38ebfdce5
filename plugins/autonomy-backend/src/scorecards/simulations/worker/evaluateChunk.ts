import {
  countMoves,
  emptyCounts,
  matchesKind,
  SIMULATED_MOVE_KINDS,
  simulateEntity,
  type MoveCounts,
  type SimulatedDifference,
  type SimulatedMoveKind,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { messageOf } from '../../../database';
import type { LoadedInput } from '../../../evaluation';
import { inTurns } from '../../../tasks/inTurns';
import { toMoveRow, type MoveRow } from '../moveRows';
import type { ComparedPolicies } from './SimulationPolicies';

/** Evaluating one four times takes about a millisecond. */
const ENTITIES_PER_TURN = 1;
const NOT_YET = 'not evaluated yet, so there is nothing to compare with';

/**
 * What comes of some entities.
 *
 * @internal
 */
export interface EvaluatedChunk {
  moves: MoveRow[];
  atOnce: MoveCounts;
  settled: MoveCounts;
  /** Entities that could not be compared. */
  failed: number;
  /** Of the first one. */
  reason?: string;
}

/**
 * Evaluates entities by both policies.
 *
 * @param asOf - UTC milliseconds; an entity that was evaluated since is compared as of then
 * @internal
 */
export async function evaluateChunk(options: {
  asOf: number;
  compared: ComparedPolicies;
  entityRefs: readonly string[];
  loaded: readonly LoadedInput[];
  simulationId: string;
}): Promise<EvaluatedChunk> {
  const { asOf, compared, entityRefs, loaded, simulationId } = options;
  const byRef = new Map(loaded.map(one => [one.input.entity.entityRef, one]));
  const chunk: EvaluatedChunk = {
    moves: [],
    atOnce: emptyCounts(),
    settled: emptyCounts(),
    failed: 0,
  };
  const fail = (reason: string) => {
    chunk.failed += 1;
    chunk.reason ??= reason;
  };
  for await (const entityRef of inTurns(entityRefs, ENTITIES_PER_TURN)) {
    const { input, record: { state: prior } = {} } = byRef.get(entityRef) ?? {};
    if (!input || !prior) {
      fail(NOT_YET);
      continue;
    }
    try {
      const at = Math.max(asOf, prior.evaluatedAt);
      const move = simulateEntity({ ...input, prior }, compared, at);
      if (move) {
        chunk.moves.push(
          toMoveRow(simulationId, { entityRef, ...move }, kindsOf),
        );
        countMoves(chunk.atOnce, move.atOnce);
        countMoves(chunk.settled, move.settled);
      }
    } catch (error) {
      // It must not keep the others from being compared.
      fail(messageOf(error));
    }
  }
  return chunk;
}

function kindsOf(difference: SimulatedDifference): SimulatedMoveKind[] {
  return SIMULATED_MOVE_KINDS.filter(kind => matchesKind(difference, kind));
}
