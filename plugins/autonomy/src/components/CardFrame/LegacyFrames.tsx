import { createContext, type ReactNode } from 'react';

/** Whether cards have the frame of the legacy frontend system. */
export const LegacyContext = createContext(false);

/** Gives the cards inside the frame that their neighbours have in the legacy frontend system. */
export function LegacyFrames({ children }: { children: ReactNode }) {
  return <LegacyContext.Provider value>{children}</LegacyContext.Provider>;
}
