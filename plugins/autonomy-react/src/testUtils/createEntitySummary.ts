import type {
  AutonomyEntitySummary,
  Evaluation,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { createEvaluation } from './createEvaluation';

/** The row that an evaluation has in the list of entities. @public */
export function createEntitySummary(
  evaluation: Evaluation = createEvaluation(),
  overrides: Partial<AutonomyEntitySummary> = {},
): AutonomyEntitySummary {
  const { entity, level, guardrails, readiness } = evaluation;
  return {
    entityRef: entity.entityRef,
    kind: entity.kind,
    namespace: entity.namespace,
    name: entity.name,
    title: entity.title,
    type: entity.type,
    ownerRef: entity.ownerRef,
    systemRef: entity.systemRef,
    domainRef: entity.domainRef,
    tier: entity.tier.effective,
    level: level.level,
    levelTitle: level.title,
    guardrailStatus: guardrails.status,
    guardrailsBreached: guardrails.counts.breached + guardrails.counts.unknown,
    readiness: readiness.score,
    readinessBand: readiness.band,
    readinessGaps: readiness.gaps,
    accountability: evaluation.accountability.score,
    evaluatedAt: evaluation.evaluatedAt,
    ...overrides,
  };
}
