import {
  autonomyOverlayWritePermission,
  autonomyPolicyWritePermission,
  autonomyScorecardWritePermission,
  autonomySimulationCreatePermission,
  type PolicyDocumentKind,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { usePermission } from '@backstage/plugin-permission-react';

const TO_WRITE = {
  scorecard: autonomyScorecardWritePermission,
  policy: autonomyPolicyWritePermission,
  overlay: autonomyOverlayWritePermission,
};

/** What the reader may do; where that cannot be told, the backend decides. */
export function useMay(kind: PolicyDocumentKind) {
  const write = usePermission({ permission: TO_WRITE[kind] });
  const simulate = usePermission({
    permission: autonomySimulationCreatePermission,
  });
  return {
    /** Undefined until it is known. */
    write: write.loading ? undefined : write.allowed || !!write.error,
    simulate: !simulate.loading && (simulate.allowed || !!simulate.error),
  };
}
