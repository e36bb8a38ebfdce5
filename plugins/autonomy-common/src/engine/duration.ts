import { InputError } from '@backstage/errors';

const UNITS = {
  W: 604_800_000,
  D: 86_400_000,
  H: 3_600_000,
  M: 60_000,
  S: 1_000,
};
const DURATION =
  /^P(?:(\d+)W|(?=\d|T\d)(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?)$/;

/** One day in milliseconds. */
export const DAY = UNITS.D;

/**
 * Milliseconds of an exact ISO 8601 duration such as `P90D`, `P2W` or `PT15M`.
 * @throws InputError for anything else; years and months are refused because they vary in length
 * @public
 */
export function parseDuration(text: string): number {
  const match = DURATION.exec(text);
  if (!match) {
    throw new InputError(
      /^P\d+[YM]/.test(text)
        ? `years and months vary in length, write days (expected a duration such as P30D, found ${text})`
        : `not a duration (expected e.g. P30D, P2W or PT15M, found ${
            text || 'nothing'
          })`,
    );
  }
  const [weeks, days, hours, minutes, seconds] = match
    .slice(1)
    .map(part => Number(part ?? 0));
  const total =
    weeks * UNITS.W +
    days * UNITS.D +
    hours * UNITS.H +
    minutes * UNITS.M +
    seconds * UNITS.S;
  if (!Number.isSafeInteger(total)) {
    throw new InputError(
      `duration is too long (expected at most ${Number.MAX_SAFE_INTEGER} ms, found ${text})`,
    );
  }
  return total;
}
