import type { JsonObject } from '@backstage/types';
import type { Policy } from '../../model';
import { type ChecksByRole, FactContext } from '../checks';
import type { Consequences } from '../consequences';
import type { EvaluationInput } from '../EvaluationInput';
import type { Horizon } from '../time';
import { auditFacts } from './audits';
import { watchOf } from './coverage';
import { deploymentFacts } from './deployments';
import { evidenceFacts } from './evidence';
import { incidentFacts } from './incidents';

/** What the facts about an entity at an instant are made of. */
export interface FactSources {
  /** Of several states of one incident only the latest. */
  input: Pick<
    EvaluationInput,
    'entity' | 'facts' | 'incidents' | 'deployments' | 'coverage' | 'audits'
  >;
  checks: ChecksByRole;
  policy: Policy;
  /** Consequences without overlays. */
  baseConsequences: Consequences;
  consequences: Consequences;
  horizon: Horizon;
}

const collectorsByChecks = new WeakMap<ChecksByRole, ReadonlySet<string>>();

function collectorsReadBy(checks: ChecksByRole): ReadonlySet<string> {
  let read = collectorsByChecks.get(checks);
  if (!read) {
    const facts = Object.values(checks)
      .flat()
      .flatMap(({ expression: { reads } }) => reads);
    read = new Set(facts.map(({ segments }) => segments[0]));
    collectorsByChecks.set(checks, read);
  }
  return read;
}

/**
 * What was collected about the entity, and what records and the clock say, as far as a check reads
 * it. Model section 13.
 */
export function gatherFacts(sources: FactSources): FactContext {
  const { input, checks, policy, horizon } = sources;
  const { entity, incidents, deployments, coverage, audits = [] } = input;
  const context = FactContext.create(input.facts, horizon);
  const read = collectorsReadBy(checks);
  const derive = (collector: string, tell: () => JsonObject) => {
    if (read.has(collector)) context.addDerived(collector, tell());
  };
  const records = {
    entityRef: entity.entityRef,
    incidents,
    deployments,
    watch: watchOf(coverage, policy.facts, horizon),
  };
  derive('incidents', () => incidentFacts(records, policy, horizon));
  derive('deployments', () =>
    deploymentFacts(
      records,
      { base: sources.baseConsequences, tightened: sources.consequences },
      policy,
      horizon,
    ),
  );
  derive('audits', () => auditFacts(audits, horizon));
  derive('evidence', () => evidenceFacts(checks, context));
  return context;
}
