import {
  autonomyExemptionDecidePermission,
  type EvaluatedEntity,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { usePermission } from '@backstage/plugin-permission-react';
import { useGovernanceRights } from './useGovernanceRights';

/**
 * Whether to offer revoking an exemption: on the board that decides, or on the central one, with the permission, and
 * not to the owners. The backend asks again.
 *
 * @param boardRef - the board that decides; absent for the central one
 */
export function useMayRevokeExemption(
  { entityRef, ownerRef }: Pick<EvaluatedEntity, 'entityRef' | 'ownerRef'>,
  boardRef: string | undefined,
): boolean {
  const { isBoard } = useGovernanceRights({ boardRef, entityRef, ownerRef });
  // Nobody is asked about those who do not belong.
  const { allowed } = usePermission({
    permission: autonomyExemptionDecidePermission,
    resourceRef: isBoard ? entityRef : undefined,
  });
  return isBoard && allowed;
}
