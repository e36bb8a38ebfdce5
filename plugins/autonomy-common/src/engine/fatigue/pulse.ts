import type {
  FatiguePolicy,
  FatigueSign,
  FatigueSignals,
  PulseCounts,
} from '../../model';
import { reaches } from '../math';

/** Lowest and highest answer together: what mirrors an answer on its scale. */
const SCALE = 1 + 5;

interface Answers {
  answers: number;
  /** 1..5 */
  mean: number;
}

/** Undefined for so few answers that they would tell who gave them, or nothing. */
function answersOf(
  counts: PulseCounts | undefined,
  { minAnswers }: FatiguePolicy,
): Answers | undefined {
  if (!counts) return undefined;
  let answers = 0;
  let sum = 0;
  counts.forEach((count, i) => {
    answers += count;
    sum += count * (i + 1);
  });
  if (answers === 0 || answers < minAnswers) return undefined;
  return { answers, mean: sum / answers };
}

/** A low mean is a sign. */
export function pulseSign(
  kind: 'communication' | 'blame',
  counts: PulseCounts | undefined,
  policy: FatiguePolicy,
): FatigueSign {
  const known = answersOf(counts, policy);
  if (!known) return { kind, state: 'not-enough' };
  const sign = reaches(policy.lowMean, known.mean);
  return { kind, state: sign ? 'sign' : 'no-sign', ...known };
}

/** Who fears for himself is tired of being distrusted; who does not is simply tired. */
export function pointsTo(
  personalConsequences: PulseCounts | undefined,
  policy: FatiguePolicy,
): FatigueSignals['pointsTo'] {
  const known = answersOf(personalConsequences, policy);
  if (!known) return undefined;
  if (reaches(known.mean, SCALE - policy.lowMean)) return 'fatigue';
  return reaches(policy.lowMean, known.mean) ? 'burnout' : undefined;
}
