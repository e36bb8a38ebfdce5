import type { Policy } from '../../model';
import { type ChecksByRole, FactContext } from '../checks';
import type { Consequences } from '../consequences';
import type { EvaluationInput } from '../EvaluationInput';
import type { Horizon } from '../time';
import { watchOf } from './coverage';
import { deploymentFacts } from './deployments';
import { evidenceFacts } from './evidence';
import { incidentFacts } from './incidents';

/** What the facts about an entity at an instant are made of. */
export interface FactSources {
  /** Of several states of one incident only the latest. */
  input: Pick<
    EvaluationInput,
    'entity' | 'facts' | 'incidents' | 'deployments' | 'coverage'
  >;
  checks: ChecksByRole;
  policy: Policy;
  /** Consequences without overlays. */
  baseConsequences: Consequences;
  consequences: Consequences;
  horizon: Horizon;
}

/** What was collected about the entity, and what records and the clock say. Model section 13. */
export function gatherFacts(sources: FactSources): FactContext {
  const { input, checks, policy, horizon } = sources;
  const { entity, incidents, deployments, coverage } = input;
  const context = FactContext.create(input.facts, horizon);
  const watch = watchOf(coverage, policy.facts, horizon);
  context.addDerived(
    'incidents',
    incidentFacts(
      { entityRef: entity.entityRef, incidents, deployments, watch },
      policy,
      horizon,
    ),
  );
  context.addDerived(
    'deployments',
    deploymentFacts(
      deployments,
      { base: sources.baseConsequences, tightened: sources.consequences },
      watch,
      policy,
      horizon,
    ),
  );
  context.addDerived('evidence', evidenceFacts(checks, context));
  return context;
}
