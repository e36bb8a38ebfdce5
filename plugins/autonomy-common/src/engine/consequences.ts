import {
  CONSEQUENCES,
  SEVERITIES,
  type Consequence,
  type Policy,
  type Severity,
  type Tier,
} from '../model';

/** Consequence of each area for an entity. Model section 1. */
export type Consequences = ReadonlyMap<string, Consequence>;

export function atLeastAsSevere(severity: Severity, as: Severity): boolean {
  return SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(as);
}

/** The highest of some consequences; `low` for none. */
export function highest(consequences: Iterable<Consequence>): Consequence {
  const ranks = [...consequences].map(c => CONSEQUENCES.indexOf(c));
  return CONSEQUENCES[Math.max(0, ...ranks)];
}

function raised(consequence: Consequence): Consequence {
  const next = CONSEQUENCES.indexOf(consequence) + 1;
  return CONSEQUENCES[Math.min(next, CONSEQUENCES.length - 1)];
}

/** The most critical entities have every consequence raised by one step, at most to critical. */
export function consequencesFor(
  tier: Tier,
  { areas, tiers }: Policy,
): Consequences {
  const raise = tier <= tiers.raiseConsequenceAt;
  return new Map(
    areas.map(({ id, consequence }) => [
      id,
      raise ? raised(consequence) : consequence,
    ]),
  );
}
