import type { RecordedIncident } from '@aligned-autonomy/backstage-plugin-autonomy-common';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * The critical incident that `createEvaluation` accounts for: over after two hours and reviewed, with one
 * of two actions still open.
 * @public
 */
export function createIncident(
  overrides: Partial<RecordedIncident> = {},
): RecordedIncident {
  const startedAt = overrides.startedAt ?? Date.now() - 18 * DAY;
  return {
    id: 'PAY-1042',
    source: 'pagerduty',
    entityRef: 'component:default/payments-api',
    title: 'Card payments failed for two hours',
    severity: 'critical',
    areas: ['deployment'],
    startedAt,
    resolvedAt: startedAt + 2 * HOUR,
    recordedAt: startedAt,
    url: 'https://incidents.example.com/PAY-1042',
    class: 'none',
    irreversible: false,
    disputed: false,
    proposals: [],
    review: {
      completedAt: startedAt + 5 * DAY,
      actions: [
        { title: 'Alert on declined cards', closedAt: startedAt + 9 * DAY },
        { title: 'Test the rollback every month' },
      ],
    },
    ...overrides,
  };
}
