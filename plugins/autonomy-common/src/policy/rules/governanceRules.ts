import { DAY } from '../../engine/duration';
import { MATTERS, type Matter, type Policy } from '../../model';
import { formatDuration } from '../schema/asWritten';
import type { RuleViolation } from './RuleViolation';

/**
 * Matters that end with what they are about: a promotion that is no longer held, a placement that is taken back,
 * an exemption whose wanted end has come.
 */
const ENDING_BY_THEMSELVES: readonly Matter[] = [
  'promotion',
  'placement',
  'tier-review',
  'incident',
  'exemption',
];

/** The shortest quarter. */
const QUARTER = 90 * DAY;

/** Whether every matter comes to an end, by itself or by time. */
export function governanceRules({ governance }: Policy): RuleViolation[] {
  const { rules, auditsDueAfter } = governance;
  const lapses = MATTERS.flatMap((matter): RuleViolation[] => {
    const { lapsesAfter } = rules[matter];
    const path = ['governance', 'rules', matter, 'lapsesAfter'];
    const endsByItself = ENDING_BY_THEMSELVES.includes(matter);
    if (endsByItself && lapsesAfter !== undefined) {
      const found = formatDuration(lapsesAfter);
      const message = `has no meaning here, for a matter that ends with what it is about (expected nothing, found ${found})`;
      return [{ path, message }];
    }
    if (!endsByItself && lapsesAfter === undefined) {
      const message =
        'is missing (a matter that does not end by itself expects it)';
      return [{ path, message }];
    }
    return [];
  });
  if (auditsDueAfter <= QUARTER) return lapses;
  const message = `must leave the audits of a quarter behind before the next (expected at most ${formatDuration(
    QUARTER,
  )}, found ${formatDuration(auditsDueAfter)})`;
  return [...lapses, { path: ['governance', 'auditsDueAfter'], message }];
}
