import type { Attestation } from '../../model';
import type { CompiledCheck } from '../CompiledPolicy';
import type { CheckSubject } from './CheckSubject';
import type { FactContext } from './FactContext';

const NONE: ReadonlyMap<string, Attestation> = new Map();

function isLater(attestation: Attestation, known: Attestation): boolean {
  return attestation.recordedAt === known.recordedAt
    ? attestation.id > known.id
    : attestation.recordedAt > known.recordedAt;
}

/** The latest word of the owners on each check, by its id; an older one never comes back. */
export function latestAttestations(
  attestations: readonly Attestation[] | undefined,
): ReadonlyMap<string, Attestation> {
  if (!attestations || attestations.length === 0) return NONE;
  const latest = new Map<string, Attestation>();
  for (const attestation of attestations) {
    const known = latest.get(attestation.checkId);
    if (!known || isLater(attestation, known)) {
      latest.set(attestation.checkId, attestation);
    }
  }
  return latest;
}

/** From then on it counts no more, because it expired or was withdrawn. */
export function endOfAttestation({
  expiresAt,
  withdrawnAt = Infinity,
}: Attestation): number {
  return Math.min(expiresAt, withdrawnAt);
}

/**
 * Whether the owners' word on a check counts. Once a collector that it reads has reported, its answer counts
 * alone, however old: otherwise losing a failing fact would help.
 */
export function isLeftToOwners(
  { definition, expression }: CompiledCheck,
  context: FactContext,
): boolean {
  return (
    definition.attestable === true &&
    !expression.reads.some(({ segments: [name] }) => context.hasReported(name))
  );
}

/** The owners' word on a check that no machine answers. */
export function attestationFor(
  check: CompiledCheck,
  { attestations, context }: CheckSubject,
): Attestation | undefined {
  const attestation = attestations.get(check.definition.id);
  return attestation && isLeftToOwners(check, context)
    ? attestation
    : undefined;
}
