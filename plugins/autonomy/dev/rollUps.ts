import {
  readinessRollUp,
  type Evaluation,
  type Objective,
  type Trends,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';

const DAY = 86_400_000;

const POLICY: Parameters<typeof readinessRollUp>[1] = {
  bands: [
    { band: 'ready', maxGaps: 0 },
    { band: 'minor-gaps', maxGaps: 3 },
    { band: 'focus', maxGaps: 7 },
    { band: 'not-ready' },
  ],
  orgPassAt: 0.9,
};

/** Readiness of each team, system and domain that the evaluations name. */
export function readinessOf(evaluations: Evaluation[]) {
  const refs = evaluations.flatMap(({ entity }) => [
    entity.ownerRef,
    entity.systemRef,
    entity.domainRef,
  ]);
  return Object.fromEntries(
    [...new Set(refs)].flatMap(ref =>
      ref
        ? [
            [
              ref,
              readinessRollUp(
                evaluations
                  .filter(({ entity: { ownerRef, systemRef, domainRef } }) =>
                    [ownerRef, systemRef, domainRef].includes(ref),
                  )
                  .map(({ readiness }) => readiness),
                POLICY,
              ),
            ],
          ]
        : [],
    ),
  );
}

/** One domain has an objective, whose review is overdue. */
export function objectives(): Record<string, Objective> {
  const domainRef = 'domain:default/payments';
  return {
    [domainRef]: {
      domainRef,
      statement: 'Every payment settles the same day, and nobody notices us.',
      measures: [
        {
          title: 'Payments settled the same day',
          target: '99.5 %',
          current: '98.9 %',
          measuredAt: Date.now() - 6 * DAY,
        },
        { title: 'Calls about payments', target: 'below 20 a week' },
      ],
      ownerRef: 'group:default/payments-team',
      reviewAt: Date.now() - 3 * DAY,
      updatedAt: Date.now() - 90 * DAY,
      updatedBy: 'user:default/guest',
    },
  };
}

/** The same course for all of them: slowly up. */
export function trends(): Trends {
  const days = Array.from({ length: 90 }, (_, index) => {
    const low = Math.max(0, 30 - Math.floor(index / 3));
    return {
      day: new Date(Date.now() - (89 - index) * DAY).toISOString().slice(0, 10),
      entities: 60,
      levels: { 1: low, 2: 20, 3: 35 - low, 4: 5 },
      guardrails: {
        none: 6,
        ok: 26 + Math.floor(index / 10),
        exempt: 4,
        'at-risk': 10 - Math.floor(index / 10),
        breached: 10,
        unknown: 4,
      },
      readiness: 48 + index / 5,
      accountability: 0.6 + index / 900,
      surplus: 8,
      deficit: 14,
      stale: 3,
      guardrailPairs: 180,
      exemptPairs: 4,
      exemptionDebt: 4 / 180,
    };
  });
  return { kind: 'organisation', days };
}
