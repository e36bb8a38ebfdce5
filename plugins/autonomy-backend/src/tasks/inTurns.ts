import { setImmediate as breathe } from 'node:timers/promises';

/**
 * Items one after the other. All plugins share the process, so others get their turn after every few.
 *
 * @internal
 */
export async function* inTurns<T>(
  items: Iterable<T>,
  perTurn: number,
): AsyncGenerator<T, void> {
  let position = 0;
  for (const item of items) {
    position += 1;
    if (position % perTurn === 0) {
      await breathe();
    }
    yield item;
  }
}
