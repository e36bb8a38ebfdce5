/**
 * Rounds amounts so that what is shown adds up to the rounded total: each line is the step
 * between two rounded running sums.
 */
export function roundLines(amounts: number[], digits: number): number[] {
  const scale = 10 ** digits;
  let exact = 0;
  let shown = 0;
  return amounts.map(amount => {
    exact += amount;
    const next = Math.round(exact * scale);
    const step = next - shown;
    shown = next;
    return step / scale;
  });
}
