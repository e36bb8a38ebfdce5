import type { IncidentState } from './IncidentRecord';

/** Far more than an incident has; it bounds what a source that will not stop can make us keep. */
const MAX_STATES = 100;

function compareStates(a: IncidentState, b: IncidentState): number {
  return a[0] - b[0] || Number(a[1]) - Number(b[1]);
}

/**
 * The states with one more, in order of time; the same list where it is known.
 *
 * @internal
 */
export function withState(
  states: readonly IncidentState[],
  state: IncidentState,
): readonly IncidentState[] {
  if (states.some(known => compareStates(known, state) === 0)) {
    return states;
  }
  return bounded([...states, state].sort(compareStates));
}

/** Where there are too many, of each run of equal ones the first and the last tell all that matters. */
function bounded(states: readonly IncidentState[]): readonly IncidentState[] {
  if (states.length <= MAX_STATES) {
    return states;
  }
  const ends = states.filter(
    ([, isResolved], i) =>
      states[i - 1]?.[1] !== isResolved || states[i + 1]?.[1] !== isResolved,
  );
  return ends.slice(-MAX_STATES);
}

/**
 * When the source said open after it had said resolved, the last time, in UTC milliseconds. All
 * states are looked at, so that it does not matter in which order they came.
 *
 * @internal
 */
export function reopenedAt(
  states: readonly IncidentState[],
): number | undefined {
  for (let i = states.length - 1; i > 0; i--) {
    const [occurredAt, isResolved] = states[i];
    if (!isResolved && states[i - 1][1]) {
      return occurredAt;
    }
  }
  return undefined;
}
