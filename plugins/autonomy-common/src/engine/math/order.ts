/** Order of ids by code unit: the same everywhere, whatever the locale. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Copy in ascending id order; sums run in this order so that they never depend on the input's. */
export function byId<T>(items: readonly T[], id: (item: T) => string): T[] {
  return [...items].sort((a, b) => compareText(id(a), id(b)));
}
