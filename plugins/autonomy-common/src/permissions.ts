import { createPermission } from '@backstage/plugin-permission-common';

/** The resource type of everything that is asked about one entity; the resource ref is the entity ref. @public */
export const RESOURCE_TYPE_AUTONOMY_ENTITY = 'autonomy-entity';

/** See an entity's level, guardrails, readiness and rights. @public */
export const autonomyEntityReadPermission = createPermission({
  name: 'autonomy.entity.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_AUTONOMY_ENTITY,
});

/** Push facts. @public */
export const autonomyFactIngestPermission = createPermission({
  name: 'autonomy.fact.ingest',
  attributes: { action: 'create' },
});

/** Report incidents. @public */
export const autonomyIncidentIngestPermission = createPermission({
  name: 'autonomy.incident.ingest',
  attributes: { action: 'create' },
});

/** Declare coverage and load history. @public */
export const autonomyIncidentBackfillPermission = createPermission({
  name: 'autonomy.incident.backfill',
  attributes: { action: 'create' },
});

/** Decide as a member of a board what an incident counts as: severity, cause, class. @public */
export const autonomyIncidentClassifyPermission = createPermission({
  name: 'autonomy.incident.classify',
  attributes: { action: 'update' },
});

/** Record deployments. @public */
export const autonomyDeploymentIngestPermission = createPermission({
  name: 'autonomy.deployment.ingest',
  attributes: { action: 'create' },
});

/**
 * Speak for the owners of an entity: answer a check, take such an answer back, record that a deployment was
 * reviewed.
 *
 * @public
 */
export const autonomyAttestationCreatePermission = createPermission({
  name: 'autonomy.attestation.create',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_AUTONOMY_ENTITY,
});

/** Ask the board for an exemption as one of the owners of an entity, and take the request back. @public */
export const autonomyExemptionRequestPermission = createPermission({
  name: 'autonomy.exemption.request',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_AUTONOMY_ENTITY,
});

/** Vote on a proposal about an entity as a member of the board. @public */
export const autonomyProposalDecidePermission = createPermission({
  name: 'autonomy.proposal.decide',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_AUTONOMY_ENTITY,
});

/** Approve, deny and revoke exemptions of an entity as a member of the board. @public */
export const autonomyExemptionDecidePermission = createPermission({
  name: 'autonomy.exemption.decide',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_AUTONOMY_ENTITY,
});

/** Ask for a grant as one of the owners of an entity; move, decide and revoke one as a member of the board. @public */
export const autonomyGrantCreatePermission = createPermission({
  name: 'autonomy.grant.create',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_AUTONOMY_ENTITY,
});

/** Draft, sign and change recalibration plans of an entity, as one of its owners or of its board. @public */
export const autonomyPlanManagePermission = createPermission({
  name: 'autonomy.plan.manage',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_AUTONOMY_ENTITY,
});

/** Open, rate and settle trust audits of an entity, as one of its owners or of its board. @public */
export const autonomyAuditManagePermission = createPermission({
  name: 'autonomy.audit.manage',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_AUTONOMY_ENTITY,
});

/** Read and verify the log of what people decided. @public */
export const autonomyAuditLogReadPermission = createPermission({
  name: 'autonomy.auditlog.read',
  attributes: { action: 'read' },
});

/** Set the objective of a governance domain as a member of its board. @public */
export const autonomyObjectiveWritePermission = createPermission({
  name: 'autonomy.objective.write',
  attributes: { action: 'update' },
});

/** See what the policy is made of, its versions and how its checks fare. @public */
export const autonomyPolicyReadPermission = createPermission({
  name: 'autonomy.policy.read',
  attributes: { action: 'read' },
});

/** Edit, publish, roll back and retire scorecards. @public */
export const autonomyScorecardWritePermission = createPermission({
  name: 'autonomy.scorecard.write',
  attributes: { action: 'update' },
});

/** Edit, publish, roll back and retire what all domains share: the ladder, areas, tables and limits. @public */
export const autonomyPolicyWritePermission = createPermission({
  name: 'autonomy.policy.write',
  attributes: { action: 'update' },
});

/** Edit and publish the overlay of a governance domain as a member of its board. @public */
export const autonomyOverlayWritePermission = createPermission({
  name: 'autonomy.overlay.write',
  attributes: { action: 'update' },
});

/** Try a draft on entities before it is published. @public */
export const autonomySimulationCreatePermission = createPermission({
  name: 'autonomy.simulation.create',
  attributes: { action: 'create' },
});

/** See whether evidence arrives, and what of it was set aside. @public */
export const autonomyHealthReadPermission = createPermission({
  name: 'autonomy.health.read',
  attributes: { action: 'read' },
});

/** All permissions of the suite. @public */
export const autonomyPermissions = [
  autonomyEntityReadPermission,
  autonomyFactIngestPermission,
  autonomyIncidentIngestPermission,
  autonomyIncidentBackfillPermission,
  autonomyIncidentClassifyPermission,
  autonomyDeploymentIngestPermission,
  autonomyAttestationCreatePermission,
  autonomyExemptionRequestPermission,
  autonomyProposalDecidePermission,
  autonomyExemptionDecidePermission,
  autonomyGrantCreatePermission,
  autonomyPlanManagePermission,
  autonomyAuditManagePermission,
  autonomyAuditLogReadPermission,
  autonomyObjectiveWritePermission,
  autonomyPolicyReadPermission,
  autonomyScorecardWritePermission,
  autonomyPolicyWritePermission,
  autonomyOverlayWritePermission,
  autonomySimulationCreatePermission,
  autonomyHealthReadPermission,
];
