import { parseEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import type { Evaluation } from '../model';
import type { AutonomyApi } from './AutonomyApi';
import type { PolicySummary } from './policy';
import type { ListEntitiesRequest, ListEntitiesResponse } from './types';

/** @public */
export interface AutonomyClientOptions {
  /** Sends the requests and adds the caller's credentials. */
  fetchApi: { fetch: (url: string) => Promise<Response> };
  /** Finds the backend. Without it `fetchApi` must resolve `plugin://` addresses, as a frontend's does. */
  discoveryApi?: { getBaseUrl(pluginId: string): Promise<string> };
}

/**
 * {@link AutonomyApi} over HTTP.
 * @public
 */
export class AutonomyClient implements AutonomyApi {
  readonly #fetchApi: AutonomyClientOptions['fetchApi'];
  readonly #discoveryApi: AutonomyClientOptions['discoveryApi'];

  constructor(options: AutonomyClientOptions) {
    this.#fetchApi = options.fetchApi;
    this.#discoveryApi = options.discoveryApi;
  }

  async getEntity(entityRef: string): Promise<Evaluation | undefined> {
    const { kind, namespace, name } = parseEntityRef(entityRef);
    const path = [kind, namespace, name].map(encodeURIComponent).join('/');
    const response = await this.#get(`entities/${path}`);
    return response.status === 404 ? undefined : this.#read(response);
  }

  async listEntities(
    request: ListEntitiesRequest = {},
  ): Promise<ListEntitiesResponse> {
    const query = toSearchParams(request).toString();
    return this.#read(
      await this.#get(query ? `entities?${query}` : 'entities'),
    );
  }

  async getPolicy(): Promise<PolicySummary> {
    return this.#read(await this.#get('policy'));
  }

  async #get(path: string): Promise<Response> {
    const baseUrl =
      (await this.#discoveryApi?.getBaseUrl('autonomy')) ?? 'plugin://autonomy';
    return this.#fetchApi.fetch(`${baseUrl}/v1/${path}`);
  }

  async #read<T>(response: Response): Promise<T> {
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.json();
  }
}

function toSearchParams(request: ListEntitiesRequest): URLSearchParams {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(request)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item !== undefined && item !== '') {
        params.append(key, String(item));
      }
    }
  }
  return params;
}
