import type { JsonObject } from '@backstage/types';
import type { CompiledPolicy } from '../../engine';
import { catalogFacts, RESERVED_COLLECTORS } from '../../engine';
import { FactContext, latestAttestations } from '../../engine/checks';
import type { CheckSubject } from '../../engine/checks';
import { Horizon } from '../../engine/time';
import type { Attestation, EntitySnapshot, Policy } from '../../model';
import type { CheckCase } from './CheckTests';
import { merged } from './nested';

const ENTITY_REF = 'component:default/example';

/** Of which the catalog says no more than it must. */
function bareEntity({ tiers }: Policy, at: number): EntitySnapshot {
  return {
    entityRef: ENTITY_REF,
    kind: 'Component',
    namespace: 'default',
    name: 'example',
    firstSeenAt: at,
    tier: { effective: tiers.unknown, dependents: 0, dependentDomains: 0 },
    metadata: {},
    spec: {},
  };
}

function factsOfCatalog(
  policy: Policy,
  { at, catalog }: CheckCase,
): JsonObject {
  const facts = catalogFacts({
    entity: bareEntity(policy, at),
    ownerExists: false,
    apis: { provided: 0, documented: 0, consumed: 0 },
    dependencies: { total: 0 },
    dependents: { total: 0, crossTeam: 0, crossTeamUndocumented: 0 },
    tools: policy.catalog.tools,
  });
  return merged(facts, catalog);
}

function attestationsOf({ attestation, at, check }: CheckCase): Attestation[] {
  return attestation === undefined
    ? []
    : [
        {
          id: 'example',
          entityRef: ENTITY_REF,
          checkId: check,
          answer: attestation,
          recordedAt: at,
          expiresAt: at + 1,
        },
      ];
}

/** What the check of a case is judged on. */
export function subjectOf(
  checkCase: CheckCase,
  { policy }: CompiledPolicy,
): CheckSubject {
  const { facts, at, ageOfFacts } = checkCase;
  const horizon = new Horizon(at);
  // What this suite works out itself is always of the instant at which it is asked for.
  const isDerived = (collector: string) =>
    RESERVED_COLLECTORS.includes(collector);
  const documents = Object.entries(facts)
    .filter(([collector]) => !isDerived(collector))
    .map(([collector, values]) => ({
      collector,
      values: values as JsonObject,
      collectedAt: at - ageOfFacts,
      ttl: policy.facts.defaultTtl,
    }));
  const context = FactContext.create(documents, horizon);
  context.addDerived('catalog', factsOfCatalog(policy, checkCase));
  for (const [collector, values] of Object.entries(facts)) {
    if (isDerived(collector)) {
      context.addDerived(collector, values as JsonObject);
    }
  }
  return {
    context,
    horizon,
    exemptions: new Map(),
    attestations: latestAttestations(attestationsOf(checkCase)),
    linkedScore: policy.catalog.linkedScore,
  };
}
