import type { Policy } from '../../model';
import { formatDuration } from '../schema/asWritten';
import type { RuleViolation } from './RuleViolation';
import { turnsOver } from './turns';

const APPROACHES = [
  'full-restriction',
  'targeted-guardrails',
  'collaborative-reset',
] as const;
const CAPPED = ['full-restriction', 'targeted-guardrails'] as const;

/** What the drafts of repair promise together. Model section 9. */
export function repairRules({ repair }: Policy): RuleViolation[] {
  const { plans } = repair;
  const missing = CAPPED.filter(approach => plans[approach].cap === undefined);
  const [full, targeted] = CAPPED.map(approach => plans[approach].cap);
  const looser =
    full !== undefined && targeted !== undefined && full > targeted;
  return [
    ...APPROACHES.flatMap(approach =>
      turnsOver(
        plans[approach],
        ['maxDuration', 'duration'],
        ['repair', 'plans', approach],
        'fall',
        formatDuration,
      ),
    ),
    ...missing.map(approach => ({
      path: ['repair', 'plans', approach, 'cap'],
      message: 'is missing (a plan that restricts expects it)',
    })),
    ...(looser
      ? [
          {
            path: ['repair', 'plans', 'full-restriction', 'cap'],
            message: `must not leave more than targeted guardrails (expected at most ${targeted}, found ${full})`,
          },
        ]
      : []),
    ...turnsOver(
      repair,
      ['lowSafetyBelow', 'highSafetyFrom'],
      ['repair'],
      'rise',
    ),
  ];
}
