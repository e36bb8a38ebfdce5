/** Whatever waits goes on to do so; only the clock on the wall is moved. */
const LEFT_ALONE = [
  'hrtime',
  'nextTick',
  'performance',
  'queueMicrotask',
  'setImmediate',
  'clearImmediate',
  'setInterval',
  'clearInterval',
  'setTimeout',
  'clearTimeout',
] as const;

/**
 * What is said while the clock shows another time.
 *
 * @param difference - milliseconds from now
 */
export async function atAnotherTime<T>(
  difference: number,
  tell: () => Promise<T>,
): Promise<T> {
  jest.useFakeTimers({
    doNotFake: [...LEFT_ALONE],
    now: Date.now() + difference,
  });
  try {
    return await tell();
  } finally {
    jest.useRealTimers();
  }
}
