import { useCallback, useMemo } from 'react';
// The only place of the tab that knows the router, so that a change of router stays here.
import { useLocation, useSearchParams } from 'react-router-dom';
import { isTopic, type TabTopic } from './topics';

/** A card that somebody went to. */
export interface TabTarget {
  topic: TabTopic;
  visit: string;
}

/** What of the tab is in the address, so that it can be shared. */
export interface TabAddress {
  /** Id of the decision area that is explained. */
  area?: string;
  /** What the address points at; another object each time that somebody goes there. */
  target?: TabTarget;
  /** Explains another area. */
  setArea: (area: string) => void;
  /** The address of a topic, with the area at hand. */
  hrefOf: (topic: TabTopic) => string;
}

const AREA = 'area';

/** Reads and writes the address of the tab. */
export function useTabAddress(): TabAddress {
  const [params, setParams] = useSearchParams();
  const { hash, key: visit } = useLocation();
  const topic = hash.slice(1);
  const target = useMemo(
    () => (isTopic(topic) ? { topic, visit } : undefined),
    [topic, visit],
  );
  const search = params.toString();
  const setArea = useCallback(
    (area: string) =>
      setParams(
        current => {
          const next = new URLSearchParams(current);
          next.set(AREA, area);
          return next;
        },
        { replace: true, preventScrollReset: true },
      ),
    [setParams],
  );
  const hrefOf = useCallback((to: TabTopic) => `?${search}#${to}`, [search]);
  return {
    area: params.get(AREA) ?? undefined,
    target,
    setArea,
    hrefOf,
  };
}
