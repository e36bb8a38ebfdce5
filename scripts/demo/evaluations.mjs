import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from '../lib/console.mjs';
import { fetchAlone } from './fetchAlone.mjs';

/**
 * Waits until so many entities are evaluated, and for so long nothing about
 * them has changed.
 *
 * @param options.quiet - milliseconds; 0 takes the first results
 * @throws Failure saying how many there are after the time limit (milliseconds)
 */
export async function waitForEvaluations(options) {
  const { count, baseUrl, token, timeout, quiet = 0 } = options;
  const deadline = Date.now() + timeout;
  let known;
  let since = Date.now();
  for (;;) {
    const { items, totalItems = 0 } = await listEvaluated(baseUrl, token);
    const now = Date.now();
    const news = JSON.stringify(items);
    if (news !== known) {
      known = news;
      since = now;
    }
    if (totalItems >= count && now - since >= quiet) {
      return;
    }
    if (now > deadline) {
      throw new Failure(
        `Of ${count} entities ${totalItems} are evaluated, the last ${
          now - since
        } ms ago; see the log of the backend`,
      );
    }
    await sleep(250);
  }
}

async function listEvaluated(baseUrl, token) {
  const response = await fetchAlone(
    `${baseUrl}/api/autonomy/v1/entities?limit=200`,
    {
      headers: { authorization: `Bearer ${token}` },
    },
  );
  const text = await response.text();
  if (!response.ok) {
    throw new Failure(`Autonomy answered ${response.status}: ${text}`);
  }
  return JSON.parse(text);
}
