import { useGovernancePaths } from '../useGovernancePaths';
import type { BoardSection } from './boardSections';

/** Where the parts of a board are shown, and what its members work with. */
export function useBoardPaths() {
  const paths = useGovernancePaths();
  return {
    ...paths,
    /** A part of the page of a board. */
    section: (section: BoardSection, boardRef: string) =>
      `${paths.boards}/${section}?${new URLSearchParams({ board: boardRef })}`,
  };
}
