import type { PlanResult } from '@aligned-autonomy/backstage-plugin-autonomy-common';

const DAY = 86_400_000;

/** A draft after the critical incident, and the plan that answered the one before. */
export function plans(now: number): PlanResult[] {
  return [
    {
      id: 'PLAN-12',
      title: 'Safer releases of card payments',
      approach: 'targeted-guardrails',
      areas: ['deployment'],
      cap: 2,
      state: 'draft',
      startsAt: now + 2 * DAY,
      endsAt: now + 62 * DAY,
      criteria: [
        { checkId: 'rollback-tested', met: false },
        { checkId: 'held-2', met: true },
      ],
    },
    {
      id: 'PLAN-7',
      title: 'A new agreement on refunds',
      approach: 'collaborative-reset',
      areas: ['deployment', 'operations'],
      state: 'completed',
      startsAt: now - 180 * DAY,
      endsAt: now - 120 * DAY,
      criteria: [{ checkId: 'held-4', met: true }],
    },
  ];
}
