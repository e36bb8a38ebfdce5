import { autonomyObjectiveWritePermission } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Entity } from '@backstage/catalog-model';
import { usePermission } from '@backstage/plugin-permission-react';
import { useClaims } from '../../actions/rights/useClaims';
import { useBoard } from './useBoard';

/**
 * Whether to offer setting the objective of a domain: with the permission, and on its board. The central board
 * is known to the backend only; where it decides, the permission alone does here, and the backend asks again.
 */
export function useMaySetObjective(domain: Entity): boolean {
  const claims = useClaims();
  const { allowed } = usePermission({
    permission: autonomyObjectiveWritePermission,
  });
  const board = useBoard(allowed ? domain : undefined);
  return (
    allowed &&
    board !== undefined &&
    (board.ref === undefined || claims(board.ref))
  );
}
