/**
 * Cuts a list into consecutive parts of at most `size` items.
 *
 * @internal
 */
export function* inChunks<T>(
  items: readonly T[],
  size: number,
): Generator<T[], void> {
  for (let start = 0; start < items.length; start += size) {
    yield items.slice(start, start + size);
  }
}
