/** What a record holds under a key, which may be any name: `constructor` is no entry of an empty record. */
export function entryOf<T>(
  record: Readonly<Record<string, T>> | undefined,
  key: string,
): T | undefined {
  return record && Object.hasOwn(record, key) ? record[key] : undefined;
}
