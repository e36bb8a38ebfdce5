import { Agent, request } from 'node:http';

const ANSWER_WITHIN_MS = 20_000;

/**
 * Sends headers as they are, several of one name included.
 *
 * @returns a function of a url and a request that tells `{ status, error }`; the status is 0 without an answer
 */
export function createExchange({ connections, defer }) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  defer(() => agent.destroy());
  return (url, { body, headers, isChunked = false, method = 'POST' }) =>
    new Promise(resolve => {
      const { host } = new URL(url);
      const names = headers.map(([name]) => name.toLowerCase());
      const sent = request(url, {
        method,
        agent,
        timeout: ANSWER_WITHIN_MS,
        headers: [
          ['host', host],
          ...(names.includes('content-type')
            ? []
            : [['content-type', 'application/json']]),
          isChunked
            ? ['transfer-encoding', 'chunked']
            : ['content-length', String(body.length)],
          ...headers.map(([name, value]) => [
            name,
            Buffer.from(value).toString('latin1'),
          ]),
        ].flat(),
      });
      sent.on('response', response => {
        response.resume();
        response.on('end', () => resolve({ status: response.statusCode }));
      });
      sent.on('timeout', () => sent.destroy(new Error('no answer')));
      sent.on('error', ({ message }) => resolve({ status: 0, error: message }));
      if (isChunked) {
        const third = Math.ceil(body.length / 3);
        for (let at = 0; at < body.length; at += third) {
          sent.write(body.subarray(at, at + third));
        }
        sent.end();
      } else {
        sent.end(body);
      }
    });
}
