import {
  autonomyAttestationCreatePermission,
  autonomyAuditLogReadPermission,
  autonomyAuditManagePermission,
  autonomyDeploymentIngestPermission,
  autonomyExemptionDecidePermission,
  autonomyExemptionRequestPermission,
  autonomyFactIngestPermission,
  autonomyGrantCreatePermission,
  autonomyHealthReadPermission,
  autonomyIncidentBackfillPermission,
  autonomyIncidentClassifyPermission,
  autonomyIncidentIngestPermission,
  autonomyObjectiveWritePermission,
  autonomyOverlayWritePermission,
  autonomyPlanManagePermission,
  autonomyPolicyReadPermission,
  autonomyPolicyWritePermission,
  autonomyProposalDecidePermission,
  autonomyScorecardWritePermission,
  autonomySimulationCreatePermission,
  RESOURCE_TYPE_AUTONOMY_ENTITY,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { RESOURCE_TYPE_CATALOG_ENTITY } from '@backstage/plugin-catalog-common/alpha';
import {
  AuthorizeResult,
  isResourcePermission,
  Permission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { publicOrOwned } from './conditions';
import { groups } from './groups';

const namesOf = (...permissions: Permission[]) =>
  permissions.map(({ name }) => name);

const platformPermissions = namesOf(
  autonomyDeploymentIngestPermission,
  autonomyFactIngestPermission,
  autonomyHealthReadPermission,
  autonomyIncidentBackfillPermission,
  autonomyIncidentIngestPermission,
);

/** The suite itself asks who owns an entity, and whose board decides for it. */
const boardPermissions = namesOf(
  autonomyExemptionDecidePermission,
  autonomyIncidentClassifyPermission,
  autonomyObjectiveWritePermission,
  autonomyOverlayWritePermission,
  autonomyProposalDecidePermission,
);
const ownerPermissions = namesOf(
  autonomyAttestationCreatePermission,
  autonomyExemptionRequestPermission,
);
/** Both sides of the table do so, each in its way. */
const sharedPermissions = namesOf(
  autonomyAuditManagePermission,
  autonomyGrantCreatePermission,
  autonomyPlanManagePermission,
);

/** What holds for everybody, the platform team and the CTO write. */
const policyPermissions = namesOf(
  autonomyPolicyWritePermission,
  autonomyScorecardWritePermission,
);
/** The policy is no secret, and trying one changes nothing. */
const everybodysPermissions = namesOf(
  autonomyPolicyReadPermission,
  autonomySimulationCreatePermission,
);

const allowIf = (condition: boolean): PolicyDecision => ({
  result: condition ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
});

/**
 * The sample organisation's answer to one permission request.
 *
 * @param permission - what is asked for
 * @param claims - the entity refs through which the signed-in user owns things, or undefined for nobody
 */
export function decide(
  permission: Permission,
  claims: string[] | undefined,
): PolicyDecision {
  if (!claims) {
    return allowIf(false);
  }
  const isMember = (group: RegExp) => claims.some(ref => group.test(ref));
  const isRead = permission.attributes.action === 'read';

  if (isRead && isResourcePermission(permission)) {
    if (isMember(groups.readEverything)) {
      return allowIf(true);
    }
    switch (permission.resourceType) {
      case RESOURCE_TYPE_CATALOG_ENTITY:
        return publicOrOwned('catalog', permission.resourceType, claims);
      case RESOURCE_TYPE_AUTONOMY_ENTITY:
        return publicOrOwned('autonomy', permission.resourceType, claims);
      default:
    }
  }
  const isOfAutonomy = permission.name.startsWith('autonomy.');
  if (isRead && !isOfAutonomy) {
    return allowIf(true);
  }
  if (
    platformPermissions.includes(permission.name) ||
    permission.name.startsWith('catalog.')
  ) {
    return allowIf(isMember(groups.operatePlatform));
  }
  if (boardPermissions.includes(permission.name)) {
    return allowIf(isMember(groups.decide));
  }
  if (permission.name === autonomyAuditLogReadPermission.name) {
    return allowIf(isMember(groups.readEverything));
  }
  if (policyPermissions.includes(permission.name)) {
    return allowIf(isMember(groups.writePolicy));
  }
  if (
    ownerPermissions.includes(permission.name) ||
    sharedPermissions.includes(permission.name) ||
    everybodysPermissions.includes(permission.name)
  ) {
    return allowIf(true);
  }
  // A power of autonomy that this policy does not know yet is nobody's.
  return allowIf(!isOfAutonomy);
}
