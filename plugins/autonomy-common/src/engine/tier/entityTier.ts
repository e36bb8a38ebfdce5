import type { EntityTier, Policy, Tier } from '../../model';
import type { BlastRadius } from './DependencyGraph';

function computeTier(
  { dependents, domains }: BlastRadius,
  { computed }: Policy['tiers'],
): Tier {
  const rule = computed.find(
    ({ minDependents, minDomains }) =>
      (minDependents === undefined && minDomains === undefined) ||
      (minDependents !== undefined && dependents >= minDependents) ||
      (minDomains !== undefined && domains >= minDomains),
  );
  return rule!.tier;
}

/**
 * The stricter of the declared and the computed tier. Model section 10.
 * @param options - `radius` is absent before the first complete sweep
 * @public
 */
export function entityTier(
  options: { declared?: Tier; radius?: BlastRadius },
  tiers: Policy['tiers'],
): EntityTier {
  const { declared, radius } = options;
  const computed = radius && computeTier(radius, tiers);
  const known = [declared, computed].filter(tier => tier !== undefined);
  return {
    ...(declared !== undefined && { declared }),
    ...(computed !== undefined && { computed }),
    effective: known.length > 0 ? (Math.min(...known) as Tier) : tiers.unknown,
    dependents: radius?.dependents ?? 0,
    dependentDomains: radius?.domains ?? 0,
  };
}

/** The tier that the annotation `autonomy/tier` declares; anything but `1` to `4` declares none. @public */
export function parseDeclaredTier(value: unknown): Tier | undefined {
  return typeof value === 'string' && /^[1-4]$/.test(value)
    ? (Number(value) as Tier)
    : undefined;
}
