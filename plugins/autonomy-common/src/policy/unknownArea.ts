import { didYouMean } from './suggest';

/** The message about an area that the policy does not have. */
export function unknownArea(area: string, known: readonly string[]): string {
  return `unknown area (expected one of ${known.join(
    ', ',
  )}, found ${area})${didYouMean(area, known)}`;
}
