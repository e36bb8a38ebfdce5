import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

const FIRST_PAUSE_MS = 20;
const LONGEST_PAUSE_MS = 1_000;
/** Servers end connections that are idle for 5 s; whoever sends at that very moment gets no answer. */
const IDLE_MS = 3_000;

/**
 * Posts over connections that are kept.
 *
 * @param options.timeout - milliseconds until an answer counts as none
 */
export function createClient({ connections, defer, timeout = 10_000 }) {
  const agent = new Agent({
    keepAlive: true,
    maxSockets: connections,
    timeout: IDLE_MS,
  });
  defer?.(() => agent.destroy());
  /** @returns `{ status, body, ms }`; the status is 0 where there was no answer, and `error` says why */
  return (url, { headers, body }) =>
    new Promise(resolve => {
      const begun = performance.now();
      const done = outcome =>
        resolve({ ...outcome, ms: performance.now() - begun });
      const sent = request(
        url,
        {
          method: 'POST',
          agent,
          headers: {
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(body),
            ...headers,
          },
        },
        response => {
          let text = '';
          response.setEncoding('utf8');
          response.on('data', chunk => (text += chunk));
          response.on('error', ({ message }) => fail(message));
          response.on('end', () =>
            done({ status: response.statusCode, body: text }),
          );
        },
      );
      const limit = setTimeout(() => sent.destroy(new Error('hung')), timeout);
      const fail = error => {
        clearTimeout(limit);
        done({ status: 0, error });
      };
      sent.on('close', () => clearTimeout(limit));
      sent.on('error', ({ message }) => fail(message));
      sent.end(body);
    });
}

/**
 * Sends until each delivery was acknowledged. A lane is sent in order, lanes at once.
 *
 * @param options.lanes - lists of deliveries, each with an `id`
 * @param options.encode - makes `{ headers, body }` of a delivery
 * @param options.urls - where to; after a failure the next one is tried
 * @param options.onAnswer - told of every answer: `({ delivery, url, status, error, ms, sentAt })`
 * @param options.pause - milliseconds between the deliveries of a lane
 */
export async function sendAll(options) {
  const { encode, lanes, onAnswer = () => {}, pause = 0, post, urls } = options;
  const tally = { acknowledged: new Map(), twiceNew: 0, retries: 0 };

  async function sendOne(delivery, first) {
    for (let attempt = 0; ; attempt++) {
      const url = urls[(first + attempt) % urls.length];
      const sentAt = performance.now();
      const { body, ...answer } = await post(url, encode(delivery));
      onAnswer({ ...answer, delivery, sentAt, url });
      if (answer.status === 202) {
        note(tally, delivery.id, JSON.parse(body).status);
        return;
      }
      tally.retries += 1;
      await sleep(Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** attempt));
    }
  }

  await Promise.all(
    lanes.map(async (lane, index) => {
      for (const delivery of lane) {
        await sendOne(delivery, index);
        if (pause > 0) await sleep(pause);
      }
    }),
  );
  return tally;
}

/** Notes an acknowledgement; to be told twice that the same delivery is new means that it was stored twice. */
function note(tally, id, status) {
  const isNew = status === 'accepted';
  const known = tally.acknowledged.get(id) ?? false;
  if (known && isNew) tally.twiceNew += 1;
  tally.acknowledged.set(id, known || isNew);
}
