import { autonomyGovernanceApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useApi } from '@backstage/core-plugin-api';
import { defaultEntityPresentation } from '@backstage/plugin-catalog-react';
import useAsync from 'react-use/esm/useAsync';

/** The boards by name; none before, or without, an answer. */
export function useBoardOptions() {
  const api = useApi(autonomyGovernanceApiRef);
  const { value: boards = [] } = useAsync(() => api.listBoards(), [api]);
  return {
    boards: boards.map(({ boardRef, title }) => ({
      value: boardRef,
      label: title ?? defaultEntityPresentation(boardRef).primaryTitle,
    })),
    /** Those that the reader is on. */
    own: boards.filter(({ member }) => member).map(({ boardRef }) => boardRef),
  };
}
