import type { AutonomyHealth } from '@aligned-autonomy/backstage-plugin-autonomy-common';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/**
 * A backend that is well: nothing waits, every source is heard and every collector has run. Parts can be
 * replaced as a whole.
 * @public
 */
export function createHealth(
  overrides: Partial<AutonomyHealth> = {},
): AutonomyHealth {
  const now = Date.now();
  return {
    policyVersion: '1',
    evaluation: {
      pending: 0,
      lag: 0,
      quarantined: { count: 0, first: [] },
      entities: 12,
      neverEvaluated: 0,
      staleShare: 0,
      policyInForce: { madeWith: '1', renewedAt: now - MINUTE, isOwn: true },
      sweep: {
        checked: 0,
        missed: 0,
        missedRefs: [],
        last: {
          startedAt: now - HOUR,
          finishedAt: now - HOUR + MINUTE,
          checked: 12,
          missed: 0,
          missedRefs: [],
        },
      },
    },
    announcements: { pending: 0, quarantined: 0 },
    incidentSources: [
      {
        id: 'pagerduty',
        type: 'pagerduty',
        receives: true,
        polls: true,
        covers: true,
        state: 'heard',
        lastDeliveryAt: now - 3 * HOUR,
        lastHeardAt: now - 5 * MINUTE,
        lastPollAt: now - 5 * MINUTE,
      },
    ],
    inbox: { pending: 0, quarantined: 0 },
    collectors: [
      {
        id: 'catalog',
        status: 'ok',
        startedAt: now - HOUR,
        finishedAt: now - HOUR + MINUTE,
        succeededAt: now - HOUR + MINUTE,
        entities: 12,
        failed: 0,
      },
    ],
    retention: { finishedAt: now - 6 * HOUR },
    rollUps: { finishedAt: now - HOUR },
    ...overrides,
  };
}
