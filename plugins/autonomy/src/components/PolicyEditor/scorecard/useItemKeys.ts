import { useRef } from 'react';

/** Keys of the items of a list that has none of its own: whatever is typed, an item keeps its key where it goes. */
export function useItemKeys(count: number) {
  const keys = useRef<number[]>([]);
  const next = useRef(0);
  const fresh = () => {
    next.current += 1;
    return next.current;
  };
  while (keys.current.length < count) keys.current.push(fresh());
  // The text was changed by hand: which item went cannot be told.
  keys.current.length = count;
  return {
    keys: keys.current,
    /** @returns the key of the new item */
    insert: (index: number) => {
      const key = fresh();
      keys.current.splice(index, 0, key);
      return key;
    },
    remove: (index: number) => {
      keys.current.splice(index, 1);
    },
    move: (from: number, to: number) => {
      const [key] = keys.current.splice(from, 1);
      keys.current.splice(to, 0, key);
    },
  };
}
