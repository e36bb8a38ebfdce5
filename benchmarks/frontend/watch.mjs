import { setTimeout as sleep } from 'node:timers/promises';

/** So long must nothing come before a page counts as complete. */
const QUIET_MS = 1_000;
const LOOK_EVERY_MS = 50;
const LIMIT_MS = 120_000;

const isApi = url => new URL(url).pathname.startsWith('/api/');

/**
 * Looks at what a page does, through the DevTools protocol.
 *
 * @returns `during`, which does something and resolves to what it took
 */
export async function watch(page) {
  const client = await page.context().newCDPSession(page);
  // Of the thread rather than of the clock, so that others on the machine do not count.
  await client.send('Performance.enable', { timeDomain: 'threadTicks' });
  await client.send('Network.enable');
  let answers = new Map();
  const open = new Set();
  let lastAt = 0;

  client.on('Network.requestWillBeSent', ({ request, requestId }) => {
    lastAt = performance.now();
    open.add(requestId);
    if (isApi(request.url)) {
      answers.set(requestId, { url: request.url, body: 0, transfer: 0 });
    }
  });
  client.on('Network.dataReceived', ({ dataLength, requestId }) => {
    const answer = answers.get(requestId);
    if (answer) answer.body += dataLength;
  });
  const end = ({ encodedDataLength = 0, requestId }) => {
    lastAt = performance.now();
    open.delete(requestId);
    const answer = answers.get(requestId);
    if (answer) answer.transfer = encodedDataLength;
  };
  client.on('Network.loadingFinished', end);
  client.on('Network.loadingFailed', end);

  async function settled() {
    const deadline = performance.now() + LIMIT_MS;
    while (open.size > 0 || performance.now() - lastAt < QUIET_MS) {
      if (performance.now() > deadline) {
        throw new Error(
          `the page goes on asking: ${[...answers.values()].map(
            ({ url }) => url,
          )}`,
        );
      }
      await sleep(LOOK_EVERY_MS);
    }
  }

  async function metrics() {
    const { metrics: found } = await client.send('Performance.getMetrics');
    return Object.fromEntries(found.map(({ name, value }) => [name, value]));
  }

  return {
    settled,
    /**
     * @param act - resolves when what was waited for is to be seen
     * @returns seconds of script and of all work of the page's thread; milliseconds until it was to be seen; the answers of
     * the API
     */
    async during(act) {
      await settled();
      answers = new Map();
      const before = await metrics();
      const begun = performance.now();
      await act();
      const seenMs = performance.now() - begun;
      lastAt = performance.now();
      await settled();
      const after = await metrics();
      return {
        scriptSeconds: after.ScriptDuration - before.ScriptDuration,
        taskSeconds: after.TaskDuration - before.TaskDuration,
        seenMs,
        heapMb: after.JSHeapUsedSize / 1e6,
        answers: [...answers.values()],
      };
    },
  };
}
