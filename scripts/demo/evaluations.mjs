import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from '../lib/console.mjs';

/**
 * Waits until so many entities are evaluated.
 *
 * @throws Failure saying how many there are after the time limit (milliseconds)
 */
export async function waitForEvaluations({ count, baseUrl, token, timeout }) {
  const deadline = Date.now() + timeout;
  for (;;) {
    const evaluated = await countEvaluated(baseUrl, token);
    if (evaluated >= count) {
      return;
    }
    if (Date.now() > deadline) {
      throw new Failure(
        `Of ${count} entities only ${evaluated} are evaluated; see the log of the backend`,
      );
    }
    await sleep(250);
  }
}

async function countEvaluated(baseUrl, token) {
  const response = await fetch(`${baseUrl}/api/autonomy/v1/entities?limit=1`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const text = await response.text();
  if (!response.ok) {
    throw new Failure(`Autonomy answered ${response.status}: ${text}`);
  }
  return JSON.parse(text).totalItems ?? 0;
}
