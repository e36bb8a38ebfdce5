import type { EvaluationInput } from '../engine';
import type { EntitySnapshot } from '../model';
import { collect, factHistory } from './facts';
import {
  attestation,
  audit,
  coverageOf,
  deploymentHistory,
  deploymentsOf,
  exemption,
  grant,
  incident,
  plan,
} from './records';
import type { Scenario } from './sketches';
import { daysAgo, REF } from './time';

export { incident } from './records';
export * from './sketches';
export { DAY, daysAgo, NOW } from './time';

function snapshot({ tier = 3, tags = [], type, annotations }: Scenario) {
  const entity: EntitySnapshot = {
    entityRef: REF,
    kind: 'Component',
    namespace: 'default',
    name: 'shop',
    description: 'Sells things.',
    type: type ?? 'service',
    lifecycle: 'production',
    ownerRef: 'group:default/shop-team',
    systemRef: 'system:default/retail',
    domainRef: 'domain:default/commerce',
    boardRef: 'group:default/commerce-board',
    firstSeenAt: daysAgo(400),
    tier: {
      computed: tier,
      effective: tier,
      dependents: 4,
      dependentDomains: 1,
    },
    metadata: { name: 'shop', tags, annotations: annotations ?? {} },
    spec: { type: type ?? 'service', dependsOn: [] },
  };
  return entity;
}

/** A service that does everything well, except for what the scenario says. */
export function scenarioInput(scenario: Scenario = {}): EvaluationInput {
  const entity = snapshot(scenario);
  return {
    entity,
    facts: collect(scenario, entity),
    incidents: (scenario.incidents ?? []).map(incident),
    deployments: deploymentsOf(scenario),
    coverage: coverageOf(scenario),
    exemptions: (scenario.exemptions ?? []).map(exemption),
    attestations: (scenario.attestations ?? []).map(attestation),
    grants: (scenario.grants ?? []).map(grant),
    plans: (scenario.plans ?? []).map(plan),
    audits: (scenario.audits ?? []).map(audit),
  };
}

/** The same with what was reported in the year before, so that it has a record to stand on. */
export function scenarioWithHistory(scenario: Scenario = {}): EvaluationInput {
  const input = scenarioInput(scenario);
  return {
    ...input,
    facts: [...factHistory(scenario, input.entity), ...input.facts],
    deployments: [...deploymentHistory(), ...input.deployments],
  };
}
