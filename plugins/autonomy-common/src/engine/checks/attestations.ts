import type { Attestation } from '../../model';
import type { CompiledCheck } from '../CompiledPolicy';
import type { CheckSubject } from './CheckSubject';

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
 * The owners' word on a check that no machine answers. Once a collector that the check reads has
 * reported, its answer counts alone, however old: otherwise losing a failing fact would help.
 */
export function attestationFor(
  { definition, expression }: CompiledCheck,
  { attestations, context }: CheckSubject,
): Attestation | undefined {
  if (!definition.attestable || attestations.size === 0) return undefined;
  const attestation = attestations.get(definition.id);
  const hasMachineAnswer =
    attestation &&
    expression.reads.some(({ segments: [name] }) => context.hasReported(name));
  return hasMachineAnswer ? undefined : attestation;
}
