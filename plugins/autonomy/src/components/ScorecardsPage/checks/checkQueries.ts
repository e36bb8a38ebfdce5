import type { ScorecardRole } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { ListQuery } from '../../EntitiesOverview/listQuery';

/** What is counted of a check. */
export type CheckFigure =
  | 'applies'
  | 'pass'
  | 'fail'
  | 'unknown'
  | 'exempt'
  | 'announced';

const GUARDRAIL_STATES: Record<
  CheckFigure,
  ListQuery['guardrailState'] | undefined
> = {
  applies: ['breached', 'unknown', 'at-risk', 'exempt', 'ok'],
  pass: ['ok'],
  fail: ['breached', 'at-risk'],
  unknown: ['unknown', 'at-risk'],
  exempt: ['exempt'],
  announced: undefined,
};

const READINESS_STATES: Record<CheckFigure, ListQuery['readinessState']> = {
  applies: ['fail', 'unknown', 'exempt', 'pass'],
  pass: ['pass'],
  fail: ['fail'],
  unknown: ['unknown'],
  exempt: ['exempt'],
  announced: ['announced'],
};

/**
 * Which entities a figure counts, as the list filters them; undefined where it has no such filter. A guardrail that
 * does not pass is at risk first.
 */
export function checkQuery(
  check: { id: string; role: ScorecardRole; domain?: string },
  figure: CheckFigure,
): ListQuery | undefined {
  const { domain, id, role } = check;
  const where = { domain: domain === undefined ? undefined : [domain] };
  if (role === 'guardrails') {
    const guardrailState = GUARDRAIL_STATES[figure];
    return guardrailState && { ...where, guardrail: id, guardrailState };
  }
  return role === 'readiness'
    ? { ...where, readinessItem: id, readinessState: READINESS_STATES[figure] }
    : undefined;
}
