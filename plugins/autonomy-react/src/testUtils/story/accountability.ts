import type {
  AccountabilityItem,
  CheckResult,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { createAccountability } from '../createAccountability';
import { createCheck } from '../createCheck';

const HOUR = 3_600_000;

type Share = [fact: string, value: number, passAt: number];

function item(
  id: string,
  title: string,
  more: Partial<CheckResult> = {},
  required = false,
): AccountabilityItem {
  const check = createCheck({
    id: `accountable-${id}`,
    title,
    role: 'accountability',
    scorecard: 'accountability',
    ...more,
  });
  return { required, check };
}

/** An item that counts as much as the share it measures. */
function share(now: number, [path, value, passAt]: Share) {
  return {
    state: value >= passAt ? ('pass' as const) : ('fail' as const),
    score: value,
    passAt,
    reads: [
      {
        path,
        value,
        state: 'fresh' as const,
        collectedAt: now - HOUR,
        bounds: [{ operator: '>=' as const, value: passAt }],
      },
    ],
  };
}

/** Ten items that add up to 0.84. */
export function accountability(now: number) {
  return createAccountability([
    item('owner', 'Owner exists in the catalog', {}, true),
    item('on-call', 'An on-call rotation'),
    item('slo', 'An SLO with fresh measurements', { weight: 2 }),
    item('source', 'An incident source was heard from', { weight: 2 }, true),
    item('deployments', 'Deployments are recorded'),
    item('reviews', 'Post-incident reviews in time', {
      weight: 2,
      ...share(now, ['incidents.reviewedInTimeShare', 0.85, 0.8]),
    }),
    item('facts', 'Facts are fresh', {
      ...share(now, ['evidence.freshShare', 0.96, 0.8]),
    }),
    item('objective', 'An objective with a fresh measure'),
    item('reported', 'Breaches and rollbacks are followed by an incident', {
      weight: 2,
      ...share(now, ['incidents.reportedShare', 0.55, 0.8]),
    }),
    item('outcomes', 'Outcomes of decisions are recorded', {
      state: 'unknown',
      unknownReason: 'fact-missing',
      reads: [
        {
          path: 'decisions.outcomeShare',
          state: 'missing',
          bounds: [{ operator: '>=', value: 0.8 }],
        },
      ],
    }),
  ]);
}
