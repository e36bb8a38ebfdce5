import {
  CONSEQUENCES,
  SEVERITIES,
  type Consequence,
  type Policy,
  type Severity,
  type Tier,
} from '../model';

/** Consequence of each area for an entity. Model section 1. @public */
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

interface ConsequenceTables {
  asWritten: Consequences;
  raised: Consequences;
}

const tablesByPolicy = new WeakMap<Policy, ConsequenceTables>();

function tablesOf(policy: Policy): ConsequenceTables {
  let tables = tablesByPolicy.get(policy);
  if (!tables) {
    const { areas } = policy;
    tables = {
      asWritten: new Map(areas.map(({ id, consequence }) => [id, consequence])),
      raised: new Map(
        areas.map(({ id, consequence }) => [id, raised(consequence)]),
      ),
    };
    tablesByPolicy.set(policy, tables);
  }
  return tables;
}

/** What the policy says of its areas, whatever the entity. */
export function writtenConsequences(policy: Policy): Consequences {
  return tablesOf(policy).asWritten;
}

/** The most critical entities have every consequence raised by one step, at most to critical. @public */
export function consequencesFor(tier: Tier, policy: Policy): Consequences {
  const tables = tablesOf(policy);
  return tier <= policy.tiers.raiseConsequenceAt
    ? tables.raised
    : tables.asWritten;
}
