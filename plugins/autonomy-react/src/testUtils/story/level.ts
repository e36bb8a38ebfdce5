import type {
  LevelRequirement,
  LevelResult,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { createCheck } from '../createCheck';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const toLevel2 = (now: number): LevelRequirement[] => [
  {
    kind: 'check',
    met: true,
    check: createCheck({
      id: 'l2-described',
      title: 'Owner, lifecycle and description',
      role: 'levels',
      reads: [
        {
          path: 'catalog.lifecycle',
          value: 'production',
          state: 'fresh',
          collectedAt: now - HOUR,
          bounds: [{ operator: 'exists' }],
        },
      ],
    }),
  },
  { kind: 'readiness', met: true, minimum: 40, actual: 81.25 },
  { kind: 'accountability', met: true, minimum: 0.4, actual: 0.84 },
];

const toLevel3 = (now: number): LevelRequirement[] => [
  {
    kind: 'check',
    met: true,
    check: createCheck({
      id: 'l3-availability',
      title: '99.9 % available over 90 days',
      role: 'levels',
      reads: [
        {
          path: 'slo.availability90d',
          value: 0.9994,
          state: 'fresh',
          collectedAt: now - 2 * HOUR,
          bounds: [{ operator: '>=', value: 0.999 }],
        },
      ],
    }),
  },
  {
    kind: 'check',
    met: true,
    promotionOnly: true,
    check: createCheck({
      id: 'l3-services-per-team',
      title: 'At most three services per owning team',
      role: 'levels',
      reads: [
        {
          path: 'team.servicesPerTeam',
          value: 3,
          state: 'fresh',
          collectedAt: now - HOUR,
          bounds: [{ operator: '<=', value: 3 }],
        },
      ],
    }),
  },
  { kind: 'readiness', met: true, minimum: 65, actual: 81.25 },
  { kind: 'accountability', met: true, minimum: 0.6, actual: 0.84 },
];

const toLevel4 = (now: number): LevelRequirement[] => [
  {
    kind: 'check',
    met: false,
    check: createCheck({
      id: 'l4-change-failures',
      title: 'Change failure rate at most 15 % over 90 days',
      role: 'levels',
      state: 'fail',
      reads: [
        {
          path: 'deployments.changeFailureRate90d',
          value: 0.18,
          state: 'fresh',
          collectedAt: now - HOUR,
          bounds: [{ operator: '<=', value: 0.15 }],
        },
      ],
      fix: { text: 'Ship smaller changes behind flags and test rollbacks.' },
    }),
  },
  {
    kind: 'check',
    met: false,
    check: createCheck({
      id: 'l4-trust-audit',
      title: 'A trust audit within 100 days',
      role: 'levels',
      state: 'unknown',
      unknownReason: 'fact-missing',
      reads: ['audits.agreedAt', 'governance.trustAuditedAt'].map(path => ({
        path,
        state: 'missing',
        bounds: [{ operator: 'within', value: 100 * DAY, alternative: true }],
      })),
      fix: {
        text: 'Rate every area with the board, and talk about the differences.',
      },
    }),
  },
  {
    kind: 'check',
    met: true,
    check: createCheck({
      id: 'l4-infrastructure-as-code',
      title: 'Infrastructure as code',
      role: 'levels',
      state: 'exempt',
      underlying: 'fail',
      exemption: {
        id: 'EX-34',
        reason: 'The card vault moves with its vendor in spring.',
        expiresAt: now + 60 * DAY,
      },
      reads: [
        {
          path: 'pipeline.infrastructureAsCode',
          value: false,
          state: 'fresh',
          collectedAt: now - HOUR,
          bounds: [{ operator: '==', value: true }],
        },
      ],
    }),
  },
  { kind: 'readiness', met: false, minimum: 85, actual: 81.25 },
  { kind: 'accountability', met: true, minimum: 0.8, actual: 0.84 },
];

/** Level 3 of 4 for half a year, with three things open on the way to level 4. */
export function level(now: number): LevelResult {
  return {
    level: 3,
    title: 'Expanded autonomy with feedback loops',
    takenAt: now - 180 * DAY,
    eligible: 3,
    ladder: [
      { level: 1, title: 'Foundations', met: true, requirements: [] },
      {
        level: 2,
        title: 'Low-risk autonomy',
        met: true,
        sustainedFor: 30 * DAY,
        promotion: 'auto',
        heldSince: now - 300 * DAY,
        requirements: toLevel2(now),
      },
      {
        level: 3,
        title: 'Expanded autonomy with feedback loops',
        met: true,
        sustainedFor: 30 * DAY,
        promotion: 'board',
        heldSince: now - 215 * DAY,
        requirements: toLevel3(now),
      },
      {
        level: 4,
        title: 'Full autonomy with continuous alignment',
        met: false,
        sustainedFor: 90 * DAY,
        promotion: 'board',
        requirements: toLevel4(now),
      },
    ],
  };
}
