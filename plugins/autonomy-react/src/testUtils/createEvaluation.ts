import type {
  CheckResult,
  Evaluation,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { createCheck } from './createCheck';
import * as story from './story';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const READINESS: [
  section: string,
  title: string,
  state?: CheckResult['state'],
][] = [
  ['Observability', 'Structured logs'],
  ['Observability', 'Request, error and latency metrics'],
  ['Observability', 'Tracing on critical paths', 'fail'],
  ['Standards', 'Documented APIs'],
  ['Standards', 'Architecture reviewed this quarter', 'unknown'],
  ['Team', 'An on-call owner'],
  ['Team', '99.9 % available for three months'],
  ['Platform', 'A shared CI/CD pipeline'],
];

/**
 * A payments service at level 3 with one breached guardrail, two readiness gaps and a critical
 * incident in deployments. Its figures follow from one another.
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
    policyVersion: '1',
    level: story.level,
    guardrails: story.guardrails(now),
    readiness: {
      score: 81.25,
      scoreWithExemptions: 81.25,
      band: 'minor-gaps',
      gaps: 2,
      applicable: READINESS.length,
      checks: READINESS.map(([section, title, state]) =>
        createCheck({
          id: title,
          title,
          section,
          state,
          ...(state === 'fail' && { linked: true, score: 0.5 }),
        }),
      ),
    },
    accountability: {
      score: 0.84,
      uncapped: 0.84,
      requiredMissing: false,
      items: [
        {
          required: true,
          check: createCheck({
            id: 'accountable-owner',
            title: 'Owner exists in the catalog',
            role: 'accountability',
          }),
        },
        {
          required: false,
          check: createCheck({
            id: 'accountable-outcomes',
            title: 'Outcomes of decisions are recorded',
            role: 'accountability',
            state: 'unknown',
            unknownReason: 'fact-missing',
            reads: [{ path: 'decisions.outcomeShare', state: 'missing' }],
          }),
        },
      ],
    },
    trust: story.trust(now),
    rights: story.rights(now),
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
