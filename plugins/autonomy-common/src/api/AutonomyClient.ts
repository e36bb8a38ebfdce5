import { parseEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import type { Evaluation } from '../model';
import type { AutonomyApi } from './AutonomyApi';
import type {
  EntitiesSummary,
  SummarizeEntitiesRequest,
  Trends,
  TrendsRequest,
} from './figures';
import type {
  EntityHistory,
  GetHistoryRequest,
  ListActivityRequest,
  ListActivityResponse,
} from './history';
import type { PolicySummary } from './policy';
import type { ReadinessOverview } from './readiness';
import type {
  AutonomyEntitySummary,
  EntitiesSelection,
  ListEntitiesRequest,
  ListEntitiesResponse,
} from './types';

/** @public */
export interface AutonomyClientOptions {
  /** Sends the requests and adds the caller's credentials. */
  fetchApi: { fetch: (url: string, init?: RequestInit) => Promise<Response> };
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
    const response = await this.#send(`entities/${pathOf(entityRef)}`);
    return response.status === 404 ? undefined : this.#read(response);
  }

  async refreshEntity(entityRef: string): Promise<Evaluation | undefined> {
    const response = await this.#send(`entities/${pathOf(entityRef)}/refresh`, {
      method: 'POST',
    });
    return response.status === 202 ? undefined : this.#read(response);
  }

  async getEntityHistory(
    entityRef: string,
    request: GetHistoryRequest = {},
  ): Promise<EntityHistory> {
    return this.#get(`entities/${pathOf(entityRef)}/history`, {
      ...request,
      ...periodOf(request),
    });
  }

  async listEntities(
    request: ListEntitiesRequest = {},
  ): Promise<ListEntitiesResponse> {
    return this.#get('entities', request);
  }

  async getEntitySummaries(
    entityRefs: string[],
  ): Promise<(AutonomyEntitySummary | undefined)[]> {
    const response = await this.#send('entities/by-refs', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ entityRefs }),
    });
    const { items } = await this.#read<{
      items: (AutonomyEntitySummary | null)[];
    }>(response);
    return items.map(item => item ?? undefined);
  }

  async exportEntities(request: EntitiesSelection = {}): Promise<Blob> {
    const response = await this.#send(withQuery('entities.csv', request));
    return (await orThrow(response)).blob();
  }

  async summarizeEntities(
    request: SummarizeEntitiesRequest,
  ): Promise<EntitiesSummary> {
    return this.#get('summary', request);
  }

  async getTrends(request: TrendsRequest): Promise<Trends> {
    return this.#get('trends', { ...request, ...periodOf(request) });
  }

  async listActivity(
    request: ListActivityRequest = {},
  ): Promise<ListActivityResponse> {
    return this.#get('activity', request);
  }

  async getReadiness(entityRef?: string): Promise<ReadinessOverview> {
    return this.#get(
      entityRef === undefined ? 'readiness' : `readiness/${pathOf(entityRef)}`,
    );
  }

  async getPolicy(): Promise<PolicySummary> {
    return this.#get('policy');
  }

  async #get<T>(path: string, query: object = {}): Promise<T> {
    return this.#read(await this.#send(withQuery(path, query)));
  }

  async #send(path: string, init?: RequestInit): Promise<Response> {
    const baseUrl =
      (await this.#discoveryApi?.getBaseUrl('autonomy')) ?? 'plugin://autonomy';
    const url = `${baseUrl}/v1/${path}`;
    return init ? this.#fetchApi.fetch(url, init) : this.#fetchApi.fetch(url);
  }

  async #read<T>(response: Response): Promise<T> {
    return (await orThrow(response)).json();
  }
}

async function orThrow(response: Response): Promise<Response> {
  if (!response.ok) {
    throw await ResponseError.fromResponse(response);
  }
  return response;
}

function pathOf(entityRef: string): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  return [kind, namespace, name].map(encodeURIComponent).join('/');
}

/** Instants are ISO 8601 in requests. */
function periodOf({ from, to }: { from?: number; to?: number }) {
  const instantOf = (time: number | undefined) =>
    time === undefined ? undefined : new Date(time).toISOString();
  return { from: instantOf(from), to: instantOf(to) };
}

function withQuery(path: string, query: object): string {
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
