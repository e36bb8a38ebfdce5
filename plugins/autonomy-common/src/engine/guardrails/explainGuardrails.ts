import type {
  CheckResult,
  EntityGuardrailStatus,
  GuardrailResult,
  GuardrailsResult,
  GuardrailStatus,
} from '../../model';
import { explainCheck, type CheckVerdict, type FactContext } from '../checks';
import type { GuardrailStanding } from './GuardrailStanding';

/** From worst to best; breached and unknown weigh the same. */
const WORST_FIRST: readonly GuardrailStatus[] = [
  'breached',
  'unknown',
  'at-risk',
  'exempt',
  'ok',
];

function countByStatus(
  standings: readonly GuardrailStanding[],
): Record<GuardrailStatus, number> {
  const counts = { ok: 0, exempt: 0, 'at-risk': 0, breached: 0, unknown: 0 };
  for (const { status } of standings) counts[status]++;
  return counts;
}

/** The worst of all; `none` without guardrails. Model section 4. */
export function worstStatus(
  standings: readonly GuardrailStanding[],
): EntityGuardrailStatus {
  if (standings.length === 0) return 'none';
  let worst = WORST_FIRST.length;
  for (const { status } of standings) {
    worst = Math.min(worst, WORST_FIRST.indexOf(status));
  }
  return WORST_FIRST[worst];
}

function explainGuardrail(
  standing: GuardrailStanding,
  context: FactContext,
): GuardrailResult {
  const { verdict, clock, grace, recovery, status } = standing;
  const atRisk = status === 'at-risk' && verdict.state !== 'pass';
  return {
    check: explainCheck(verdict, context),
    status,
    areas: standing.areas as string[],
    consequence: standing.consequence,
    effect: standing.effect,
    cap: standing.cap,
    mandatory: standing.mandatory,
    grace,
    notPassingSince: clock?.notPassingSince,
    breachesAt: clock && atRisk ? clock.notPassingSince + grace : undefined,
    recoversAt:
      clock?.recoveringSince === undefined
        ? undefined
        : clock.recoveringSince + recovery,
  };
}

/**
 * Every guardrail with its status, its clock and its reasons.
 * @param verdicts - in the order to show them
 */
export function explainGuardrails(
  standings: readonly GuardrailStanding[],
  verdicts: readonly CheckVerdict[],
  context: FactContext,
): GuardrailsResult {
  const byVerdict = new Map(standings.map(each => [each.verdict, each]));
  const guardrails: GuardrailResult[] = [];
  const announced: CheckResult[] = [];
  for (const verdict of verdicts) {
    const standing = byVerdict.get(verdict);
    if (standing) guardrails.push(explainGuardrail(standing, context));
    else if (verdict.state === 'announced') {
      announced.push(explainCheck(verdict, context));
    }
  }
  return {
    status: worstStatus(standings),
    counts: countByStatus(standings),
    guardrails,
    announced: announced.length > 0 ? announced : undefined,
  };
}
