/** What two figures may differ by and still count as equal. */
const TOLERANCE = 1e-9;

/** Whether a figure reaches a threshold. */
export function reaches(actual: number, threshold: number): boolean {
  return actual >= threshold - TOLERANCE;
}

/** The smallest figure that {@link reaches} a threshold. */
export function reachedFrom(threshold: number): number {
  return threshold - TOLERANCE;
}
