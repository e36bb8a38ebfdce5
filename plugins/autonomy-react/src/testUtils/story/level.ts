import type { LevelResult } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { createCheck } from '../createCheck';

const DAY = 86_400_000;

const TO_LEVEL_4: LevelResult['ladder'][number]['requirements'] = [
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
      reads: [{ path: 'governance.trustAuditedAt', state: 'missing' }],
      fix: {
        text: 'Rate every area with the board, and talk about the differences.',
      },
    }),
  },
  { kind: 'readiness', met: false, minimum: 85, actual: 81.25 },
  { kind: 'accountability', met: true, minimum: 0.8, actual: 0.84 },
];

/** Level 3 of 4, with three things open on the way to level 4. */
export const level: LevelResult = {
  level: 3,
  title: 'Expanded autonomy with feedback loops',
  eligible: 3,
  ladder: [
    { level: 1, title: 'Foundations', met: true, requirements: [] },
    {
      level: 2,
      title: 'Low-risk autonomy',
      met: true,
      sustainedFor: 30 * DAY,
      promotion: 'auto',
      requirements: [],
    },
    {
      level: 3,
      title: 'Expanded autonomy with feedback loops',
      met: true,
      sustainedFor: 30 * DAY,
      promotion: 'board',
      requirements: [],
    },
    {
      level: 4,
      title: 'Full autonomy with continuous alignment',
      met: false,
      sustainedFor: 90 * DAY,
      promotion: 'board',
      requirements: TO_LEVEL_4,
    },
  ],
};
