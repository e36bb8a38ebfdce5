import { useState } from 'react';

/** What is not right yet, by field. */
export type Mistakes<Field extends string> = Partial<Record<Field, string>>;

/** Mistakes are shown once somebody tried to send them, and go as they are mended. */
export function useMistakes<Field extends string>(found: Mistakes<Field>) {
  const [tried, setTried] = useState(false);
  return {
    shown: tried ? found : ({} as Mistakes<Field>),
    /** Whether there is none; from now on they are shown. */
    pass: () => {
      setTried(true);
      return Object.values(found).every(mistake => mistake === undefined);
    },
  };
}
