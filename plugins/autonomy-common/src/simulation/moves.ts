import type {
  MoveCounts,
  Shift,
  SimulatedDifference,
  SimulatedMoveKind,
} from '../api/simulations';
import type { EntityGuardrailStatus } from '../model';

/** The greater, the worse: breached and unknown weigh the same, and no guardrail is as good as one that holds. */
const SEVERITY: Readonly<Record<EntityGuardrailStatus, number>> = {
  none: 0,
  ok: 0,
  exempt: 1,
  'at-risk': 2,
  breached: 3,
  unknown: 3,
};

/** By how much a figure rises; a side without one counts as neither more nor less. */
function rise({ from, to }: Shift<number> = {}): number {
  return from === undefined || to === undefined ? 0 : to - from;
}

function worsening({ from, to }: Shift<EntityGuardrailStatus>): number {
  return SEVERITY[to ?? 'none'] - SEVERITY[from ?? 'none'];
}

const KINDS: Readonly<
  Record<SimulatedMoveKind, (difference: SimulatedDifference) => boolean>
> = {
  'rights-lost': ({ rights }) => rights.some(right => rise(right) < 0),
  'rights-gained': ({ rights }) => rights.some(right => rise(right) > 0),
  'level-down': ({ level }) => rise(level) < 0,
  'level-up': ({ level }) => rise(level) > 0,
  'guardrail-worse': ({ guardrails }) =>
    guardrails.some(guardrail => worsening(guardrail) > 0),
  'guardrail-better': ({ guardrails }) =>
    guardrails.some(guardrail => worsening(guardrail) < 0),
  checks: ({ checks }) => checks.length > 0,
};

/**
 * Whether a difference is of a kind. One may be of several, also of opposite ones: where a right is lost in one area
 * and gained in another. A guardrail that is not there counts like one that holds, and an area that only one side
 * has is neither lost nor gained.
 * @public
 */
export function matchesKind(
  difference: SimulatedDifference,
  kind: SimulatedMoveKind,
): boolean {
  return KINDS[kind](difference);
}

const COUNTERS: Readonly<
  Record<SimulatedMoveKind, Exclude<keyof MoveCounts, 'entities'>>
> = {
  'rights-lost': 'rightsLost',
  'rights-gained': 'rightsGained',
  'level-down': 'levelDown',
  'level-up': 'levelUp',
  'guardrail-worse': 'guardrailWorse',
  'guardrail-better': 'guardrailBetter',
  checks: 'checks',
};

/** Nothing has moved yet. @public */
export function emptyCounts(): MoveCounts {
  return {
    entities: 0,
    checks: 0,
    guardrailWorse: 0,
    guardrailBetter: 0,
    levelDown: 0,
    levelUp: 0,
    rightsLost: 0,
    rightsGained: 0,
  };
}

/** Adds one entity to some counts, in place; nothing where it does not move. @public */
export function countMoves(
  counts: MoveCounts,
  difference: SimulatedDifference | undefined,
): void {
  if (!difference) return;
  counts.entities++;
  for (const [kind, counter] of Object.entries(COUNTERS)) {
    if (matchesKind(difference, kind as SimulatedMoveKind)) counts[counter]++;
  }
}
