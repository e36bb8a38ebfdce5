import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReceivedRequest {
  method?: string;
  url?: string;
  headers: IncomingHttpHeaders;
  body: any;
}

export interface GivenAnswer {
  status?: number;
  headers?: Record<string, string>;
  /** Sent as it is if it is a text. */
  body?: unknown;
  /** Ends the connection instead. */
  hangUp?: true;
}

/** Accepts every item. */
export function acceptAll({ body }: ReceivedRequest): GivenAnswer {
  const { items = body.incidents ?? body.deployments ?? [] } = body;
  return {
    body: {
      stored: items.length,
      unchanged: 0,
      rejected: 0,
      results: items.map((_: unknown, index: number) => ({
        index,
        status: 'stored',
      })),
    },
  };
}

/**
 * A real HTTP server on loopback.
 *
 * @param answer - asked once for each request
 */
export async function startServer(
  answer: (request: ReceivedRequest, count: number) => GivenAnswer | undefined,
) {
  const requests: ReceivedRequest[] = [];
  const server = createServer(async (req, res) => {
    const chunks: Buffer[] = [];
    for await (const chunk of req) {
      chunks.push(chunk);
    }
    const text = Buffer.concat(chunks).toString();
    const { headers, method, url } = req;
    const body = text === '' ? undefined : JSON.parse(text);
    const request = { method, url, headers, body };
    requests.push(request);
    const given = answer(request, requests.length);
    if (given?.hangUp) {
      req.socket.destroy();
    } else if (given) {
      res.writeHead(given.status ?? 200, given.headers);
      res.end(
        typeof given.body === 'string'
          ? given.body
          : JSON.stringify(given.body ?? {}),
      );
    }
    // Otherwise it stays silent.
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    requests,
    url: `http://127.0.0.1:${port}`,
    async stop() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
