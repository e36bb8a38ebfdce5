import type {
  AutonomyEntitySummary,
  Evaluation,
  RightResult,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { createEvaluation } from './createEvaluation';

/** The row that an evaluation has in the list of entities. @public */
export function createEntitySummary(
  evaluation: Evaluation = createEvaluation(),
  overrides: Partial<AutonomyEntitySummary> = {},
): AutonomyEntitySummary {
  const { entity, evidence, level, guardrails, readiness, rights } = evaluation;
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
    eligibleLevel: level.eligible,
    atRiskSince: level.atRisk?.since,
    proposedLevel: level.ladder.find(
      ({ proposal }) => proposal?.state === 'open',
    )?.level,
    guardrailStatus: guardrails.status,
    guardrailsBreached: guardrails.counts.breached + guardrails.counts.unknown,
    guardrails: guardrails.guardrails.map(({ check, status }) => ({
      id: check.id,
      status,
    })),
    readiness: readiness.score,
    readinessBand: readiness.band,
    readinessGaps: readiness.gaps,
    accountability: evaluation.accountability.score,
    rights: rights.map(({ area, effective }) => ({ area, right: effective })),
    surplus: priority(rights, difference => difference > 0),
    deficit: priority(rights, difference => difference < 0),
    isStale:
      evidence.collectors.some(({ state }) => state !== 'fresh') ||
      evidence.sources.some(({ state }) => state === 'silent'),
    evaluatedAt: evaluation.evaluatedAt,
    ...overrides,
  };
}

/** The highest among the mismatches of one kind. */
function priority(
  rights: RightResult[],
  isOfKind: (difference: number) => boolean,
): number | undefined {
  const found = rights.flatMap(({ mismatch }) =>
    mismatch && isOfKind(mismatch.difference) ? mismatch.priority ?? 0 : [],
  );
  return found.length > 0 ? Math.max(...found) : undefined;
}
