/** The middle of some figures, which it sorts; undefined of none. */
export function median(figures: number[]): number | undefined {
  if (figures.length === 0) return undefined;
  if (figures.length > 1) figures.sort((a, b) => a - b);
  const middle = figures.length / 2;
  return (figures[Math.ceil(middle) - 1] + figures[Math.floor(middle)]) / 2;
}
