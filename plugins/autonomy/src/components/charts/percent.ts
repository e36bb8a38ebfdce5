/** Whole per cents, of which neither end is claimed before it is reached. */
export function percent(share: number): string {
  const rounded = Math.round(share * 100);
  if (rounded === 0 && share > 0) return '<1';
  return rounded === 100 && share < 1 ? '>99' : String(rounded);
}
