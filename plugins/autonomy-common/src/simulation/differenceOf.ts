import type { Shift, SimulatedDifference } from '../api/simulations';
import type { EvaluatedParts } from '../engine/pipeline';
import { compareText, reaches } from '../engine/math';
import type {
  CheckState,
  DecisionRight,
  GuardrailStatus,
  ScorecardRole,
} from '../model';

const ROLES: readonly ScorecardRole[] = [
  'readiness',
  'guardrails',
  'levels',
  'accountability',
];

/** What is said of several things, by their keys. */
type Said<T> = ReadonlyMap<string, T>;

function statesOf({ verdicts }: EvaluatedParts): Said<CheckState> {
  const states = new Map<string, CheckState>();
  for (const role of ROLES) {
    for (const { check, state } of verdicts[role]) {
      states.set(check.definition.id, state);
    }
  }
  return states;
}

function statusesOf({ standings }: EvaluatedParts): Said<GuardrailStatus> {
  return new Map(
    standings.guardrails.map(({ verdict, status }) => [
      verdict.check.definition.id,
      status,
    ]),
  );
}

function rightsOf({ standings }: EvaluatedParts): Said<DecisionRight> {
  return new Map(
    standings.rights.map(({ area, effective }) => [area, effective]),
  );
}

/** Each key of which the two sides say different things, in the order of the first side and then of the other. */
function shiftsBetween<T>(
  before: Said<T>,
  after: Said<T>,
): [key: string, shift: Shift<T>][] {
  const shifts: [string, Shift<T>][] = [];
  for (const [key, from] of before) {
    const to = after.get(key);
    if (from !== to) shifts.push([key, { from, to }]);
  }
  for (const [key, to] of after) {
    if (!before.has(key)) shifts.push([key, { from: undefined, to }]);
  }
  return shifts;
}

function shiftsById<T>(before: Said<T>, after: Said<T>) {
  return shiftsBetween(before, after)
    .map(([id, moved]) => ({ id, ...moved }))
    .sort((a, b) => compareText(a.id, b.id));
}

function shift<T>(from: T, to: T): Shift<T> | undefined {
  return from === to ? undefined : { from, to };
}

function shiftOfFigure(
  from: number | undefined,
  to: number | undefined,
): Shift<number> | undefined {
  const isSame =
    from === undefined || to === undefined
      ? from === to
      : reaches(from, to) && reaches(to, from);
  return isSame ? undefined : { from, to };
}

/** A check that is not there and one that does not apply ask the same of an entity: nothing. */
function isAsked(state: CheckState | undefined): boolean {
  return state !== undefined && state !== 'not-applicable';
}

/** What one evaluation of an entity says otherwise than another; undefined where both say the same. */
export function differenceOf(
  before: EvaluatedParts,
  after: EvaluatedParts,
): SimulatedDifference | undefined {
  const [a, b] = [before.assessment, after.assessment];
  const level = shift(a.level, b.level);
  const guardrailStatus = shift(a.guardrailStatus, b.guardrailStatus);
  const readiness = shiftOfFigure(a.readiness, b.readiness);
  const accountability = shiftOfFigure(a.accountability, b.accountability);
  const checks = shiftsById(statesOf(before), statesOf(after)).filter(
    ({ from, to }) => isAsked(from) || isAsked(to),
  );
  const guardrails = shiftsById(statusesOf(before), statusesOf(after));
  const rights = shiftsBetween(rightsOf(before), rightsOf(after)).map(
    ([area, moved]) => ({ area, ...moved }),
  );
  const isSame =
    !(level || guardrailStatus || readiness || accountability) &&
    checks.length + guardrails.length + rights.length === 0;
  if (isSame) return undefined;
  return {
    ...(level && { level }),
    ...(guardrailStatus && { guardrailStatus }),
    ...(readiness && { readiness }),
    ...(accountability && { accountability }),
    checks,
    guardrails,
    rights,
  };
}
