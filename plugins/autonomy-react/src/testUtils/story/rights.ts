import type {
  Consequence,
  DecisionRight,
  RightCap,
  RightResult,
  TrustLine,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { createRight, createTrust } from '../createRight';

const DAY = 86_400_000;
const NEED = { low: 0.25, medium: 0.75, high: 0.9, critical: 1 };
const LEVEL_3_ALLOWS: Record<Consequence, DecisionRight> = {
  low: 5,
  medium: 4,
  high: 3,
  critical: 2,
};
const AREAS: [area: string, title: string, consequence: Consequence][] = [
  ['tooling', 'Tooling', 'low'],
  ['feature-development', 'Feature development', 'low'],
  ['technology-choice', 'Technology choice', 'medium'],
  ['api-contract', 'API contract', 'medium'],
  ['operations', 'Operations', 'medium'],
  ['deployment', 'Deployment', 'medium'],
  ['budget', 'Budget', 'medium'],
  ['infrastructure', 'Infrastructure', 'high'],
  ['data-access', 'Data access', 'high'],
  ['security', 'Security', 'high'],
  ['compliance', 'Compliance', 'critical'],
];

/** A year with one critical and one medium incident in deployments. */
export function trust(now: number) {
  const earned: TrustLine[] = [
    { kind: 'start', amount: 0.25 },
    {
      kind: 'reliable-time',
      amount: 0.694,
      months: 11.2,
      since: now - 365 * DAY,
    },
  ];
  const incidents: TrustLine[] = [
    {
      kind: 'incident',
      amount: -0.535,
      incidentId: 'PAY-1042',
      source: 'pagerduty',
      title: 'Card payments failed for two hours',
      severity: 'critical',
      consequence: 'medium',
      startedAt: now - 18 * DAY,
      loss: 0.75,
      ordinal: 1,
      repeatFactor: 1,
      ageFactor: 0.951,
      learningFactor: 0.75,
    },
    {
      kind: 'incident',
      amount: -0.019,
      incidentId: 'PAY-0987',
      source: 'pagerduty',
      title: 'Slow refunds after a release',
      severity: 'medium',
      consequence: 'medium',
      startedAt: now - 190 * DAY,
      loss: 0.08,
      ordinal: 1,
      repeatFactor: 1,
      ageFactor: 0.479,
      learningFactor: 0.5,
    },
  ];
  return AREAS.map(([area, , consequence]) =>
    createTrust({
      area,
      need: NEED[consequence],
      asOf: now,
      lines: area === 'deployment' ? [...earned, ...incidents] : earned,
    }),
  );
}

/** Trust is worth one right more at each fifth of what the fifth right needs. */
function nextAt(value: number, need: number): number | undefined {
  const steps = Math.floor((5 * value) / need);
  return steps < 4 ? ((steps + 1) * need) / 5 : undefined;
}

/** The board lets the team try deciding alone. */
function trial(now: number, trusted: number): Partial<RightResult> {
  return {
    effective: 5,
    grant: {
      id: 'GR-5',
      right: 5,
      reason: 'Versioned contracts with consumer tests for a year.',
      expiresAt: now + 41 * DAY,
      trial: true,
    },
    mismatch: {
      actual: 5,
      source: 'grant',
      difference: 1,
      priority: (1 - trusted) * 2 * 1.5,
    },
  };
}

/** Eleven rights that follow from the level, the trust and the breached guardrail above. */
export function rights(now: number) {
  const trusts = trust(now);
  return AREAS.map(([area, title, consequence], index) => {
    const { value, need } = trusts[index];
    const caps: RightCap[] = [
      {
        kind: 'level',
        right: LEVEL_3_ALLOWS[consequence],
        hard: false,
        actual: 3,
        nextAt: consequence === 'low' ? undefined : 4,
      },
      {
        kind: 'trust',
        right: Math.min(5, 1 + Math.floor((5 * value) / need)) as DecisionRight,
        hard: false,
        actual: value,
        need,
        nextAt: nextAt(value, need),
      },
      { kind: 'accountability', right: 5, hard: true, actual: 0.84, need: 1 },
    ];
    if (area === 'data-access') {
      caps.push({
        kind: 'guardrail',
        right: 2,
        hard: false,
        ref: 'two-reviewers-on-data-exports',
        title: 'Two reviewers on data exports',
      });
    }
    return createRight({
      area,
      title,
      consequence,
      caps,
      ...(area === 'api-contract' && trial(now, value)),
    });
  });
}
