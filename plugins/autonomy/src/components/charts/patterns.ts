/**
 * Backgrounds that can be told apart without colour. Each lays stripes of `gap` over the colour beneath it; the
 * first is plain.
 */
export function patterns(gap: string): string[] {
  const stripes = (angle: number, every: number, width: number) =>
    `repeating-linear-gradient(${angle}deg, ${gap} 0 ${width}px, transparent ${width}px ${every}px)`;
  return [
    'none',
    stripes(45, 6, 2),
    stripes(90, 5, 2),
    stripes(-45, 4, 2),
    stripes(0, 5, 2),
    `${stripes(45, 6, 1.5)}, ${stripes(-45, 6, 1.5)}`,
  ];
}
