import {
  autonomyIncidentClassifyPermission,
  type Evaluation,
  type RecordedIncident,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { useClaims } from './useClaims';

/** What the reader may do about an incident. */
export interface IncidentRights {
  /** As one of the owners, or of the board. */
  mayChange: boolean;
  /** They speak for the board and gain nothing: theirs is the first vote, and where one is enough it takes effect. */
  decides: boolean;
}

/**
 * Who has a say about an incident of the entity. Where something cannot be told from here the answer is no,
 * so that nothing is offered that the backend refuses.
 */
export function useIncidentRights(
  { causedBy, entityRef }: RecordedIncident,
  { entity }: Evaluation,
): IncidentRights {
  const claims = useClaims();
  const config = useApi(configApiRef);
  const { allowed } = usePermission({
    permission: autonomyIncidentClassifyPermission,
  });
  const isOwner = claims(entity.ownerRef);
  const isOwn = entityRef === entity.entityRef;
  // Without permissions everybody would have the board's; it then decides nothing.
  const isBoard =
    isOwn &&
    allowed &&
    config.getOptionalBoolean('permission.enabled') === true &&
    claims(entity.boardRef);
  // Whose another entity is cannot be told here; its owner may sit on the board.
  const concernsOthers =
    causedBy !== undefined && causedBy !== 'external' && causedBy !== entityRef;
  const decides = isBoard && !isOwner && !concernsOthers;
  return { mayChange: isOwner || decides, decides };
}
