import type { Evaluation } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import * as story from './story';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * A payments service at level 3 with one breached guardrail, two readiness gaps, a critical
 * incident in deployments, a trial grant and a draft plan. Its figures follow from one another.
 * @public
 */
export function createEvaluation(
  overrides: Partial<Evaluation> = {},
): Evaluation {
  const now = overrides.evaluatedAt ?? Date.now();
  return {
    entity: {
      entityRef: 'component:default/payments-api',
      kind: 'Component',
      namespace: 'default',
      name: 'payments-api',
      title: 'Payments API',
      type: 'service',
      lifecycle: 'production',
      ownerRef: 'group:default/payments-team',
      systemRef: 'system:default/checkout',
      domainRef: 'domain:default/payments',
      tier: {
        declared: 2,
        computed: 2,
        effective: 2,
        dependents: 24,
        dependentDomains: 2,
      },
    },
    evaluatedAt: now,
    nextChangeAt: now + 2 * DAY,
    policyVersion: '1',
    level: story.level(now),
    guardrails: story.guardrails(now),
    readiness: story.readiness(now),
    accountability: story.accountability(now),
    trust: story.trust(now),
    rights: story.rights(now),
    plans: story.plans(now),
    evidence: {
      sources: [
        {
          source: 'pagerduty',
          from: now - 365 * DAY,
          lastHeardAt: now - HOUR,
          state: 'heard',
        },
      ],
      collectors: [
        {
          collector: 'pipeline',
          collectedAt: now - HOUR,
          ttl: DAY,
          state: 'fresh',
        },
        {
          collector: 'security',
          collectedAt: now - 1.1 * DAY,
          ttl: DAY,
          state: 'stale',
        },
      ],
    },
    ...overrides,
  };
}
