import {
  autonomyAuditManagePermission,
  autonomyGrantCreatePermission,
  autonomyPlanManagePermission,
  type Board,
  type EvaluatedEntity,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { autonomyGovernanceApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useApi } from '@backstage/core-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import useAsync from 'react-use/esm/useAsync';
import { useClaims } from './useClaims';

/** What the reader may bring before the board of an entity, or move there. */
export interface GovernanceRights {
  isOwner: boolean;
  /** On the board of the entity; owners do not decide about themselves. */
  isBoard: boolean;
  /** On the board that decides in the areas of the centre. */
  isCentral: boolean;
  mayPropose: boolean;
  mayPlan: boolean;
  mayAudit: boolean;
}

/** Belonging and permission, both of which the backend asks for again. Where it cannot be told the answer is no. */
export function useGovernanceRights({
  boardRef,
  entityRef,
  ownerRef,
}: Pick<
  EvaluatedEntity,
  'boardRef' | 'entityRef' | 'ownerRef'
>): GovernanceRights {
  const api = useApi(autonomyGovernanceApiRef);
  const isOwner = useClaims()(ownerRef);
  const { value: boards = [] } = useAsync(() => api.listBoards(), [api]);
  const isOn = (test: (board: Board) => boolean) =>
    !isOwner && boards.some(board => board.member && test(board));
  const isBoard = isOn(board => board.boardRef === boardRef);
  const isCentral = isOn(board => board.central);
  // Nobody is asked about those who do not belong.
  const refFor = (belongs: boolean) => (belongs ? entityRef : undefined);
  const belongs = isOwner || isBoard;
  const mayAsk = belongs || isCentral;
  const grant = usePermission({
    permission: autonomyGrantCreatePermission,
    resourceRef: refFor(mayAsk),
  });
  const plan = usePermission({
    permission: autonomyPlanManagePermission,
    resourceRef: refFor(belongs),
  });
  const audit = usePermission({
    permission: autonomyAuditManagePermission,
    resourceRef: refFor(belongs),
  });
  return {
    isOwner,
    isBoard,
    isCentral,
    mayPropose: mayAsk && grant.allowed,
    mayPlan: belongs && plan.allowed,
    mayAudit: belongs && audit.allowed,
  };
}
