import { setTimeout as sleep } from 'node:timers/promises';
import { DATABASE } from './backend.mjs';

/** Resolves when the catalog was read; until then deliveries wait in the inbox. */
export async function waitUntilSettled(postgres) {
  await until(60, 'the catalog has not settled', async () => {
    const [row] = await postgres.query(
      DATABASE,
      'select settled_at from index_state',
    );
    return row?.settled_at;
  });
}

/**
 * Resolves when all that was accepted is worked off.
 *
 * @returns how long that took, in seconds
 */
export async function waitUntilDrained(postgres, limitSeconds) {
  const begun = performance.now();
  await until(limitSeconds, 'the inbox is not drained', async () => {
    const [{ count }] = await postgres.query(
      DATABASE,
      'select count(*)::int as count from incident_inbox where due_at is not null',
    );
    return count === 0;
  });
  return (performance.now() - begun) / 1_000;
}

/** Asks again and again until it is so. */
export async function until(limitSeconds, complaint, isSo, everyMs = 100) {
  const deadline = Date.now() + limitSeconds * 1_000;
  while (!(await isSo())) {
    if (Date.now() > deadline) {
      throw new Error(`${complaint} after ${limitSeconds} s`);
    }
    await sleep(everyMs);
  }
}
