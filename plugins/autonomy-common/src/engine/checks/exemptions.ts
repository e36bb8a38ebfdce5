import type { Exemption, Policy } from '../../model';
import type { Horizon } from '../time';

const NONE: ReadonlyMap<string, Exemption> = new Map();

/** Of several for one check the one that ends last is shown. */
function isShown(exemption: Exemption, known: Exemption | undefined): boolean {
  if (!known) return true;
  return exemption.expiresAt === known.expiresAt
    ? exemption.id < known.id
    : exemption.expiresAt > known.expiresAt;
}

/**
 * The exemptions in force, by check id, each with the instant at which it ends. Half-open: at its
 * end it is over.
 */
export function activeExemptions(
  exemptions: readonly Exemption[] | undefined,
  { exemptions: { maxDuration } }: Policy,
  horizon: Horizon,
): ReadonlyMap<string, Exemption> {
  if (!exemptions || exemptions.length === 0) return NONE;
  const active = new Map<string, Exemption>();
  for (const exemption of exemptions) {
    const { checkId, from, expiresAt, revokedAt = Infinity } = exemption;
    const endsAt = Math.min(expiresAt, from + maxDuration, revokedAt);
    if (from >= endsAt || endsAt <= horizon.now) continue;
    horizon.add(from);
    horizon.add(endsAt);
    if (from > horizon.now) continue;
    const ending = { ...exemption, expiresAt: endsAt };
    if (isShown(ending, active.get(checkId))) active.set(checkId, ending);
  }
  return active;
}
