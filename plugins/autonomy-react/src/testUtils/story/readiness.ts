import type { CheckResult } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { createCheck } from '../createCheck';
import { createReadiness } from '../createReadiness';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

type Item = [section: string, title: string, more?: Partial<CheckResult>];

const items = (now: number): Item[] => [
  ['Observability', 'Structured logs'],
  ['Observability', 'Request, error and latency metrics'],
  [
    'Observability',
    'Tracing on critical paths',
    {
      state: 'fail',
      linked: true,
      score: 0.5,
      reads: [
        {
          path: 'observability.tracedShare',
          value: 0.62,
          state: 'fresh',
          collectedAt: now - 5 * HOUR,
          bounds: [{ operator: '>=', value: 0.8 }],
        },
        {
          path: 'catalog.tools.tracing',
          value: true,
          state: 'fresh',
          collectedAt: now - HOUR,
        },
      ],
    },
  ],
  [
    'Standards',
    'Documented APIs',
    {
      attestation: {
        id: 'AT-7',
        answer: 'yes',
        attestedAt: now - 20 * DAY,
        expiresAt: now + 70 * DAY,
        evidenceUrl: 'https://docs.example.com/payments',
      },
    },
  ],
  [
    'Standards',
    'Architecture reviewed this quarter',
    {
      state: 'unknown',
      unknownReason: 'attestation-expired',
      attestation: {
        id: 'AT-3',
        answer: 'yes',
        attestedAt: now - 110 * DAY,
        expiresAt: now - 20 * DAY,
      },
    },
  ],
  ['Team', 'An on-call owner'],
  [
    'Team',
    '99.9 % available for three months',
    {
      reads: [
        {
          path: 'slo.availability90d',
          value: 0.9994,
          state: 'fresh',
          collectedAt: now - 2 * HOUR,
          bounds: [{ operator: '>=', value: 0.999 }],
        },
      ],
    },
  ],
  ['Platform', 'A shared CI/CD pipeline'],
];

/** Eight items with two gaps: one that counts half, one whose attestation has expired. */
export function readiness(now: number) {
  return createReadiness(
    items(now).map(([section, title, more]) =>
      createCheck({ id: title, title, section, ...more }),
    ),
  );
}
