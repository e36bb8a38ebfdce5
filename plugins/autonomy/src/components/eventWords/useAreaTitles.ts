import { useMemo } from 'react';
import { usePolicy } from '../usePolicy';

/** Titles of the decision areas, from the policy in force; none before, or without, its answer. */
export function useAreaTitles(): Map<string, string> {
  const policy = usePolicy();
  return useMemo(
    () => new Map(policy?.areas.map(({ id, title }) => [id, title])),
    [policy],
  );
}
