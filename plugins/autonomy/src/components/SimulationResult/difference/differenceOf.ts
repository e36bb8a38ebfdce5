import type {
  CheckState,
  EntityGuardrailStatus,
  Shift,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';

/** Whether a change is good or bad for whoever it happens to; undefined where that cannot be told. */
export type Direction = 'worse' | 'better';

const GUARDRAILS: Record<EntityGuardrailStatus, number> = {
  none: 0,
  ok: 0,
  exempt: 1,
  'at-risk': 2,
  breached: 3,
  unknown: 3,
};

/** More is better; what is not there on one side says nothing. */
export function directionOfAmount({
  from,
  to,
}: Shift<number>): Direction | undefined {
  if (from === undefined || to === undefined || from === to) return undefined;
  return to > from ? 'better' : 'worse';
}

/** No guardrail counts as one that holds. */
export function directionOfGuardrail({
  from = 'none',
  to = 'none',
}: Shift<EntityGuardrailStatus>): Direction | undefined {
  const step = GUARDRAILS[to] - GUARDRAILS[from];
  if (step === 0) return undefined;
  return step > 0 ? 'worse' : 'better';
}

/** Only passing, and passing no more, can be told. */
export function directionOfCheck({
  from,
  to,
}: Shift<CheckState>): Direction | undefined {
  if (from === to) return undefined;
  if (to === 'pass') return 'better';
  if (to === 'fail' || to === 'unknown') {
    return from === 'fail' || from === 'unknown' ? undefined : 'worse';
  }
  return undefined;
}
