import type {
  GuardrailResult,
  GuardrailsResult,
  GuardrailStatus,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { createCheck } from './createCheck';

/** A guardrail on `security` that holds, unless told otherwise. @public */
export function createGuardrail(
  overrides: Partial<GuardrailResult> & { id: string; title: string },
): GuardrailResult {
  const { id, title, ...rest } = overrides;
  const status = rest.status ?? 'ok';
  const held = status === 'ok' || status === 'at-risk';
  return {
    check: createCheck({
      id,
      title,
      role: 'guardrails',
      scorecard: 'guardrails',
      state: held ? 'pass' : 'fail',
    }),
    status,
    areas: ['security'],
    consequence: 'high',
    effect: 'narrow',
    cap: 3,
    mandatory: false,
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
