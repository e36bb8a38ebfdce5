import type {
  CheckState,
  GuardrailResult,
  GuardrailsResult,
  GuardrailStatus,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { createCheck } from './createCheck';

const DAY = 86_400_000;

/** The state of the check that leads to each status, at risk because it is recovering. */
const STATES: Record<GuardrailStatus, CheckState> = {
  ok: 'pass',
  'at-risk': 'pass',
  exempt: 'exempt',
  breached: 'fail',
  unknown: 'unknown',
};

/** A guardrail on `security` that holds, unless told otherwise. @public */
export function createGuardrail(
  overrides: Partial<GuardrailResult> & { id: string; title: string },
): GuardrailResult {
  const { id, title, ...rest } = overrides;
  const status = rest.status ?? 'ok';
  return {
    check: createCheck({
      id,
      title,
      role: 'guardrails',
      scorecard: 'guardrails',
      state: STATES[status],
      underlying: status === 'exempt' ? 'fail' : undefined,
    }),
    status,
    areas: ['security'],
    consequence: 'high',
    effect: 'narrow',
    cap: 3,
    mandatory: false,
    grace: 7 * DAY,
    ...rest,
  };
}

const WORST_FIRST: GuardrailStatus[] = [
  'breached',
  'unknown',
  'at-risk',
  'exempt',
  'ok',
];

/** Counts and the worst status of the given guardrails. @public */
export function createGuardrails(
  guardrails: GuardrailResult[],
): GuardrailsResult {
  const counts = Object.fromEntries(
    WORST_FIRST.map(status => [
      status,
      guardrails.filter(item => item.status === status).length,
    ]),
  ) as Record<GuardrailStatus, number>;
  return {
    status: WORST_FIRST.find(status => counts[status] > 0) ?? 'none',
    counts,
    guardrails,
  };
}
