import {
  autonomyOverlayWritePermission,
  autonomyPolicyWritePermission,
  autonomyScorecardWritePermission,
  type PolicyDocumentKind,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { usePermission } from '@backstage/plugin-permission-react';

/** Which kinds of documents to offer changes of. Whether somebody is on the board of a domain the backend asks. */
export function useMayWrite(): Record<PolicyDocumentKind, boolean> {
  const scorecard = usePermission({
    permission: autonomyScorecardWritePermission,
  });
  const overlay = usePermission({ permission: autonomyOverlayWritePermission });
  const policy = usePermission({ permission: autonomyPolicyWritePermission });
  return {
    scorecard: scorecard.allowed,
    overlay: overlay.allowed,
    policy: policy.allowed,
  };
}
