import type { CheckResult } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { createContext, useContext, type ReactNode } from 'react';

/** How the details are shown where they are. */
export interface DetailsMode {
  /** With a page of their own rather than a dialog: drawn wider, and what holds is one click away. */
  onPage: boolean;
  /** What the reader can do about a check. */
  actionsOf?: (check: CheckResult) => ReactNode;
}

const Context = createContext<DetailsMode>({ onPage: false });

/** Sets how the details inside it are shown; as in a dialog unless told. */
export const DetailsModeProvider = Context.Provider;

export const useDetailsMode = () => useContext(Context);
