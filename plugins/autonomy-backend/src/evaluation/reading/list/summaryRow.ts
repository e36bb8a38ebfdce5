import type {
  AutonomyEntitySummary,
  DecisionRight,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Shape } from '../../results';
import { statusOf } from '../shapes';

/**
 * What a list shows; the wide columns stay where they are.
 *
 * @internal
 */
export const SUMMARY_COLUMNS = [
  'entities.entity_ref',
  'entities.kind',
  'entities.namespace',
  'entities.name',
  'entities.title',
  'entities.type',
  'entities.owner_ref',
  'entities.system_ref',
  'entity_context.domain_ref',
  'entity_context.tier',
  'evaluations.evaluated_at',
  'evaluations.level',
  'evaluations.level_title',
  'evaluations.eligible_level',
  'evaluations.at_risk_since',
  'evaluations.proposed_level',
  'evaluations.guardrail_status',
  'evaluations.guardrails_breached',
  'evaluations.readiness',
  'evaluations.readiness_band',
  'evaluations.readiness_gaps',
  'evaluations.accountability',
  'evaluations.surplus',
  'evaluations.deficit',
  'evaluations.stale',
  'evaluations.shape_id',
  'evaluations.rights',
  'evaluations.guardrail_states',
];

/**
 * @param shape - what the letters of the row are about; undefined in a result of an earlier version
 * @internal
 */
export function toSummary(
  row: any,
  shape: Shape | undefined,
): AutonomyEntitySummary {
  return {
    entityRef: row.entity_ref,
    kind: row.kind,
    namespace: row.namespace,
    name: row.name,
    title: row.title ?? undefined,
    type: row.type ?? undefined,
    ownerRef: row.owner_ref ?? undefined,
    systemRef: row.system_ref ?? undefined,
    domainRef: row.domain_ref ?? undefined,
    tier: row.tier,
    level: row.level,
    levelTitle: row.level_title,
    eligibleLevel: row.eligible_level ?? undefined,
    atRiskSince:
      row.at_risk_since === null ? undefined : Number(row.at_risk_since),
    proposedLevel: row.proposed_level ?? undefined,
    guardrailStatus: row.guardrail_status,
    guardrailsBreached: row.guardrails_breached,
    guardrails: (shape?.guardrails ?? []).map(({ id }, position) => ({
      id,
      status: statusOf(row.guardrail_states[position]),
    })),
    readiness: row.readiness ?? undefined,
    readinessBand: row.readiness_band ?? undefined,
    readinessGaps: row.readiness_gaps,
    accountability: row.accountability,
    rights: (shape?.areas ?? []).map((area, position) => ({
      area,
      right: Number(row.rights[position]) as DecisionRight,
    })),
    surplus: row.surplus ?? undefined,
    deficit: row.deficit ?? undefined,
    isStale: Boolean(row.stale),
    evaluatedAt: Number(row.evaluated_at),
  };
}
