import { shown } from '../schema';
import { compareStrictness, expectation, type Strictness } from '../strictness';

/** The message about a value that is looser than the base. */
export function loosened(
  strictness: Strictness,
  base: unknown,
  found: unknown,
): string {
  const [expected, actual] = [base, found].map(value =>
    typeof value === 'string' ? value : shown(value),
  );
  return `an overlay may only tighten (expected ${expectation(
    strictness,
    expected,
  )}, found ${actual})`;
}

/** Whether a value is looser than the base, or says something else instead. */
export function loosens(strictness: Strictness, base: unknown, found: unknown) {
  return !(compareStrictness(strictness, base, found)! >= 0);
}
