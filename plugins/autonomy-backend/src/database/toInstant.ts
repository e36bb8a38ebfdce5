/**
 * The instant in a column that may be empty. PostgreSQL gives a bigint as text.
 *
 * @returns UTC milliseconds
 * @internal
 */
export function toInstant(
  value: number | string | null | undefined,
): number | undefined {
  return value === null || value === undefined ? undefined : Number(value);
}
