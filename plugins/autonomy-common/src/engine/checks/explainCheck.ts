import type {
  Attestation,
  CheckAttestation,
  CheckExemption,
  CheckResult,
  Exemption,
  FactReading,
} from '../../model';
import type { CompiledExpression } from '../cel';
import { endOfAttestation, isLeftToOwners } from './attestations';
import type { CheckVerdict } from './CheckVerdict';
import type { FactContext } from './FactContext';
import { counts } from './states';

function readingsOf(
  { reads, bounds }: CompiledExpression,
  context: FactContext,
): FactReading[] {
  return reads.map(fact => {
    const reading = context.read(fact);
    reading.bounds = bounds.get(fact.path);
    return reading;
  });
}

/** What it read: whether it applies, or what it asks, with the link that counts half. */
function readings(verdict: CheckVerdict, context: FactContext): FactReading[] {
  const { expression, when, linkedBy } = verdict.check;
  if (!counts(verdict) || verdict.unknownReason === 'applicability-unknown') {
    return when ? readingsOf(when, context) : [];
  }
  const reads = readingsOf(expression, context);
  return verdict.linked ? reads.concat(readingsOf(linkedBy!, context)) : reads;
}

function explainExemption({
  id,
  reason,
  expiresAt,
}: Exemption): CheckExemption {
  return { id, reason, expiresAt };
}

function explainAttestation(attestation: Attestation): CheckAttestation {
  return {
    id: attestation.id,
    answer: attestation.answer,
    attestedAt: attestation.recordedAt,
    expiresAt: endOfAttestation(attestation),
    evidenceUrl: attestation.evidenceUrl,
  };
}

/** A verdict with everything needed to understand it. Model section 2. */
export function explainCheck(
  verdict: CheckVerdict,
  context: FactContext,
): CheckResult {
  const { check, exemption, attestation } = verdict;
  const { definition } = check;
  return {
    id: definition.id,
    title: definition.title,
    scorecard: check.scorecard,
    role: check.role,
    section: definition.section,
    state: verdict.state,
    score: counts(verdict) ? verdict.score : undefined,
    passAt: definition.passAt,
    weight: definition.weight,
    stale: verdict.stale,
    linked: verdict.linked,
    unknownReason: verdict.unknownReason,
    effectiveFrom:
      verdict.state === 'announced' ? definition.effectiveFrom : undefined,
    underlying: verdict.underlying,
    exemption:
      exemption && verdict.state === 'exempt'
        ? explainExemption(exemption)
        : undefined,
    attestation: attestation && explainAttestation(attestation),
    attestable: isLeftToOwners(check, context) || undefined,
    points: undefined,
    lost: undefined,
    overlay: check.overlay,
    reads: readings(verdict, context),
    description: definition.description,
    owner: definition.owner,
    risk: definition.risk,
    fix: definition.fix,
  };
}
