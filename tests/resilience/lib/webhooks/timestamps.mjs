import { setTimeout as sleep } from 'node:timers/promises';

const TRIES = 10;

/**
 * Signed by the right secret, and too early or too late by a second or not.
 */
export async function checkTimestamps({ checks, exchange, scheme, url }) {
  for (const [offset, expected] of [
    [-299, 202],
    [299, 202],
    [-301, 401],
    [301, 401],
    [-3_600, 401],
    [-40 * 86_400, 401],
  ]) {
    const status = await sendAt({ exchange, offset, scheme, url });
    checks.expect(
      status === expected,
      `a timestamp ${offset} s off: answered ${status}, expected ${expected}`,
    );
  }
}

/** Repeated when the second ended meanwhile: what was a second too far may no longer be. */
async function sendAt({ exchange, offset, scheme, url }) {
  const second = () => Math.floor(Date.now() / 1_000);
  for (let n = 0; n < TRIES; n++) {
    await sleep(1_000 - (Date.now() % 1_000) + 20);
    const now = second();
    const request = scheme.request(scheme.body(), { timestamp: now + offset });
    const { status } = await exchange(url, request);
    if (second() === now) {
      return status;
    }
  }
  throw new Error('no request was answered within the second');
}
