import type { Attestation, CheckState, UnknownReason } from '../../model';
import type { ExpressionOutcome } from '../cel';
import type { CompiledCheck } from '../CompiledPolicy';
import { reaches } from '../math';
import { attestationFor, endOfAttestation } from './attestations';
import type { CheckSubject } from './CheckSubject';
import type { CheckVerdict } from './CheckVerdict';
import type { FactContext } from './FactContext';

/** A verdict on its way; all start in one shape, as unknown. */
type Draft = { -readonly [K in keyof CheckVerdict]: CheckVerdict[K] };

function undecided(check: CompiledCheck): Draft {
  return {
    check,
    state: 'unknown',
    score: 0,
    stale: false,
    linked: false,
    unknownReason: undefined,
    underlying: undefined,
    exemption: undefined,
    attestation: undefined,
  };
}

/** A score 0..1; undefined where the expression gives none. */
function scoreOf(outcome: ExpressionOutcome): number | undefined {
  if (outcome.kind !== 'value') return undefined;
  const score = Number(outcome.value);
  if (!reaches(score, 0) || !reaches(1, score)) return undefined;
  return Math.min(Math.max(score, 0), 1);
}

function stateOf(score: number | undefined, passAt: number): CheckState {
  if (score === undefined) return 'unknown';
  return reaches(score, passAt) ? 'pass' : 'fail';
}

function missingReason(
  { expression }: CompiledCheck,
  context: FactContext,
): UnknownReason {
  const { covered } = (context.usable.incidents ?? {}) as { covered?: boolean };
  const reads = expression.reads.map(fact => context.read(fact));
  const lacksIncidents = reads.some(
    ({ path, state }) => state === 'missing' && path.startsWith('incidents.'),
  );
  if (!covered && lacksIncidents) return 'not-covered';
  return reads.some(({ state }) => state === 'expired')
    ? 'fact-expired'
    : 'fact-missing';
}

function judgeFacts(verdict: Draft, { context, horizon }: CheckSubject): void {
  const { check } = verdict;
  const { expression, definition } = check;
  const outcome = expression.evaluate(context.usable, horizon);
  const score = scoreOf(outcome);
  if (score === undefined) {
    verdict.unknownReason =
      outcome.kind === 'missing' ? missingReason(check, context) : 'wrong-type';
    return;
  }
  verdict.score = score;
  verdict.state = stateOf(score, definition.passAt);
  if (context.isAnyStale(expression.reads)) {
    // Only what leans on a stale fact is stale; if any that is read would do, losing it would help.
    const withoutStale = scoreOf(expression.evaluate(context.fresh, horizon));
    verdict.stale = stateOf(withoutStale, definition.passAt) !== verdict.state;
  }
}

function judgeAttestation(
  verdict: Draft,
  attestation: Attestation,
  { horizon }: CheckSubject,
): void {
  const endsAt = endOfAttestation(attestation);
  verdict.attestation = attestation;
  if (horizon.now >= endsAt) {
    verdict.unknownReason = 'attestation-expired';
    return;
  }
  horizon.add(endsAt);
  verdict.state = attestation.answer === 'yes' ? 'pass' : 'fail';
  verdict.score = attestation.answer === 'yes' ? 1 : 0;
}

/** A linked tool counts half where the check does not pass, so losing a fact changes nothing. */
function addLink(
  verdict: Draft,
  { context, horizon, linkedScore }: CheckSubject,
): void {
  const { linkedBy } = verdict.check;
  if (!linkedBy || verdict.state === 'pass') return;
  const outcome = linkedBy.evaluate(context.usable, horizon);
  if (outcome.kind !== 'value' || outcome.value !== true) return;
  verdict.state = 'fail';
  verdict.score = Math.max(verdict.score, linkedScore);
  verdict.linked = true;
  verdict.stale ||= context.isAnyStale(linkedBy.reads);
  verdict.unknownReason = undefined;
}

/** An exemption never makes a pass of anything, and nobody is exempt from being accountable. */
function addExemption(verdict: Draft, { exemptions }: CheckSubject): void {
  const { check, state } = verdict;
  if (exemptions.size === 0 || check.role === 'accountability') return;
  verdict.exemption = exemptions.get(check.definition.id);
  if (!verdict.exemption || (state !== 'fail' && state !== 'unknown')) return;
  verdict.underlying = state;
  verdict.state = 'exempt';
}

/** What one check says about an entity. Model section 2. */
export function judgeCheck(
  check: CompiledCheck,
  subject: CheckSubject,
): CheckVerdict {
  const verdict = undecided(check);
  const applies = subject.context.applicabilityOf(check);
  if (applies === 'announced' || applies === 'not-applicable') {
    verdict.state = applies;
    return verdict;
  }
  if (applies === 'unknown') {
    verdict.unknownReason = 'applicability-unknown';
  } else {
    const attestation = attestationFor(check, subject);
    if (attestation) judgeAttestation(verdict, attestation, subject);
    else judgeFacts(verdict, subject);
    addLink(verdict, subject);
  }
  addExemption(verdict, subject);
  return verdict;
}

/** What each of some checks says about an entity, in their order. */
export function judgeChecks(
  checks: readonly CompiledCheck[],
  subject: CheckSubject,
): CheckVerdict[] {
  const verdicts: CheckVerdict[] = [];
  for (const check of checks) verdicts.push(judgeCheck(check, subject));
  return verdicts;
}
