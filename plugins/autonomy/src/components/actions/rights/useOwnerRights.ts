import {
  autonomyAttestationCreatePermission,
  autonomyExemptionRequestPermission,
  type Evaluation,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { usePermission } from '@backstage/plugin-permission-react';
import { useClaims } from './useClaims';

/** What the reader may do as one of the owners. */
export interface OwnerRights {
  isOwner: boolean;
  /** Answer checks, and say that a deployment was reviewed. */
  mayAttest: boolean;
  mayRequestExemption: boolean;
}

/** Belonging and permission, both of which the backend asks for again. */
export function useOwnerRights({ entity }: Evaluation): OwnerRights {
  const claims = useClaims();
  const isOwner = claims(entity.ownerRef);
  // Nobody is asked about those who do not belong.
  const resourceRef = isOwner ? entity.entityRef : undefined;
  const attest = usePermission({
    permission: autonomyAttestationCreatePermission,
    resourceRef,
  });
  const request = usePermission({
    permission: autonomyExemptionRequestPermission,
    resourceRef,
  });
  return {
    isOwner,
    mayAttest: isOwner && attest.allowed,
    mayRequestExemption: isOwner && request.allowed,
  };
}
