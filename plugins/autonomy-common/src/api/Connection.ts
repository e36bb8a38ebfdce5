import { ResponseError } from '@backstage/errors';

/** @public */
export interface AutonomyClientOptions {
  /** Sends the requests and adds the caller's credentials. */
  fetchApi: { fetch: (url: string, init?: RequestInit) => Promise<Response> };
  /** Finds the backend. Without it `fetchApi` must resolve `plugin://` addresses, as a frontend's does. */
  discoveryApi?: { getBaseUrl(pluginId: string): Promise<string> };
}

/** Requests to the backend, as JSON. */
export class Connection {
  readonly #fetchApi: AutonomyClientOptions['fetchApi'];
  readonly #discoveryApi: AutonomyClientOptions['discoveryApi'];

  constructor(options: AutonomyClientOptions) {
    this.#fetchApi = options.fetchApi;
    this.#discoveryApi = options.discoveryApi;
  }

  async get<T>(path: string, query: object = {}): Promise<T> {
    return this.read(await this.send(withQuery(path, query)));
  }

  async send(path: string, init?: RequestInit): Promise<Response> {
    const baseUrl =
      (await this.#discoveryApi?.getBaseUrl('autonomy')) ?? 'plugin://autonomy';
    const url = `${baseUrl}/v1/${path}`;
    return init ? this.#fetchApi.fetch(url, init) : this.#fetchApi.fetch(url);
  }

  /** @param options - `rejected`: a status that has an answer of its own rather than an error */
  async write<T>(
    method: 'PATCH' | 'POST' | 'PUT',
    path: string,
    body: unknown = {},
    options: { rejected?: number } = {},
  ): Promise<T> {
    const response = await this.send(path, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (response.status === options.rejected) {
      const answer = await response.clone().json();
      if ('results' in answer) {
        return answer;
      }
    }
    return this.read(response);
  }

  async read<T>(response: Response): Promise<T> {
    return (await orThrow(response)).json();
  }
}

/** The response, where it is no error. */
export async function orThrow(response: Response): Promise<Response> {
  if (!response.ok) {
    throw await ResponseError.fromResponse(response);
  }
  return response;
}

export function segments(...parts: string[]): string {
  return parts.map(encodeURIComponent).join('/');
}

/** A copy in which instants (`…At`) are ISO 8601, as they are in requests. */
export function toWire(value: object): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, item) =>
      /At$/.test(key) && typeof item === 'number'
        ? new Date(item).toISOString()
        : item,
    ),
  );
}

export function withQuery(path: string, query: object): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item !== undefined && item !== '') {
        params.append(key, String(item));
      }
    }
  }
  const text = params.toString();
  return text ? `${path}?${text}` : path;
}
