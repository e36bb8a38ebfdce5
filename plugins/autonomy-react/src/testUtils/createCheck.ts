import type { CheckResult } from '@aligned-autonomy/backstage-plugin-autonomy-common';

/** A passing readiness check, unless told otherwise. @public */
export function createCheck(
  overrides: Partial<CheckResult> & { id: string; title: string },
): CheckResult {
  const state = overrides.state ?? 'pass';
  const counts = state !== 'announced' && state !== 'not-applicable';
  return {
    scorecard: 'readiness',
    role: 'readiness',
    ...(counts && { score: state === 'pass' ? 1 : 0 }),
    passAt: 1,
    weight: 1,
    stale: false,
    linked: false,
    reads: [],
    ...overrides,
    state,
  };
}
