import type { CheckInsight } from '@aligned-autonomy/backstage-plugin-autonomy-common';

const DAY = 86_400_000;

/** How a check fares that most of 40 entities pass. @public */
export function createCheckInsight(
  overrides: Partial<CheckInsight> = {},
): CheckInsight {
  const today = Date.UTC(2026, 2, 1);
  return {
    id: 'secrets-rotated',
    title: 'Secrets rotated within 90 days',
    role: 'guardrails',
    scorecard: 'guardrails',
    applies: 40,
    pass: 30,
    fail: 6,
    unknown: 3,
    exempt: 1,
    announced: 0,
    passRate: 0.75,
    unknownShare: 0.075,
    coverage: 0.5,
    nobodyFails: false,
    trend: [0.6, 0.7, 0.75].map((passRate, index) => ({
      day: new Date(today + index * DAY).toISOString().slice(0, 10),
      passRate,
    })),
    exemptions: { inForce: 1, requested: 0 },
    ...overrides,
  };
}
