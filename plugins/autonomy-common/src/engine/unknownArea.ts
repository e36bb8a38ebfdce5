import { didYouMean } from './suggest';

/** The message about an area that the policy does not have, or about none. */
export function unknownArea(
  area: string | undefined,
  known: readonly string[],
): string {
  const hint = area === undefined ? '' : didYouMean(area, known);
  return `unknown area (expected one of ${known.join(', ')}, found ${
    area ?? 'nothing'
  })${hint}`;
}
