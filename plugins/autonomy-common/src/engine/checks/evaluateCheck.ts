import type {
  CheckResult,
  FactReading,
  ScorecardRole,
  UnknownReason,
} from '../../model';
import type { CompiledExpression } from '../cel';
import type { CompiledCheck } from '../CompiledPolicy';
import { reaches } from '../math';
import { applicability } from './applicability';
import type { FactContext } from './FactContext';

type Verdict = Pick<
  CheckResult,
  'state' | 'score' | 'linked' | 'unknownReason'
> & { reads: FactReading[] };

function readAll(
  expression: CompiledExpression,
  context: FactContext,
): FactReading[] {
  return expression.reads.map(path => context.read(path));
}

function missingReason(
  reads: readonly FactReading[],
  context: FactContext,
): UnknownReason {
  const { covered } = (context.usable.incidents ?? {}) as { covered?: boolean };
  const missing = reads.filter(({ state }) => state === 'missing');
  if (!covered && missing.some(({ path }) => path.startsWith('incidents.'))) {
    return 'not-covered';
  }
  return reads.some(({ state }) => state === 'expired')
    ? 'fact-expired'
    : 'fact-missing';
}

function judgeExpression(
  { expression, definition }: CompiledCheck,
  context: FactContext,
): Verdict {
  const reads = readAll(expression, context);
  const unknown = (unknownReason: UnknownReason): Verdict => ({
    state: 'unknown',
    score: 0,
    linked: false,
    unknownReason,
    reads,
  });
  const outcome = expression.evaluate(context.usable, context.now);
  if (outcome.kind === 'missing') return unknown(missingReason(reads, context));
  if (outcome.kind === 'wrong-type') return unknown('wrong-type');
  const score = Number(outcome.value);
  if (!reaches(score, 0) || !reaches(1, score)) return unknown('wrong-type');
  return {
    state: reaches(score, definition.passAt) ? 'pass' : 'fail',
    score: Math.min(Math.max(score, 0), 1),
    linked: false,
    reads,
  };
}

/** A linked tool counts half where the expression does not pass, so losing a fact changes nothing. */
function withLink(
  verdict: Verdict,
  { linkedBy }: CompiledCheck,
  context: FactContext,
  linkedScore: number,
): Verdict {
  if (!linkedBy || verdict.state === 'pass') return verdict;
  const outcome = linkedBy.evaluate(context.usable, context.now);
  if (outcome.kind !== 'value' || outcome.value !== true) return verdict;
  return {
    state: 'fail',
    score: Math.max(verdict.score ?? 0, linkedScore),
    linked: true,
    reads: [...verdict.reads, ...readAll(linkedBy, context)],
  };
}

function judge(
  check: CompiledCheck,
  context: FactContext,
  linkedScore: number,
): Verdict {
  const applies = applicability(check, context);
  if (applies === 'applicable') {
    const verdict = judgeExpression(check, context);
    return withLink(verdict, check, context, linkedScore);
  }
  const reads = check.when ? readAll(check.when, context) : [];
  return applies === 'unknown'
    ? {
        state: 'unknown',
        score: 0,
        linked: false,
        unknownReason: 'applicability-unknown',
        reads,
      }
    : { state: applies, linked: false, reads };
}

/**
 * Runs one check. Model section 2.
 * @param linkedScore - what a check counts, 0..1, whose tool is linked while no fact proves its use
 */
export function evaluateCheck(
  check: CompiledCheck,
  role: ScorecardRole,
  context: FactContext,
  linkedScore: number,
): CheckResult {
  const { definition, scorecard } = check;
  const { id, title, section, description, owner, risk, fix } = definition;
  const { weight, passAt } = definition;
  const verdict = judge(check, context, linkedScore);
  const decided = verdict.state === 'pass' || verdict.state === 'fail';
  return {
    id,
    title,
    scorecard,
    role,
    ...(section !== undefined && { section }),
    ...(description !== undefined && { description }),
    ...(owner !== undefined && { owner }),
    ...(risk !== undefined && { risk }),
    ...(fix !== undefined && { fix }),
    ...verdict,
    passAt,
    weight,
    stale: decided && verdict.reads.some(({ state }) => state === 'stale'),
  };
}
