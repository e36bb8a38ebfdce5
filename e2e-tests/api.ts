import { APIRequestContext, expect } from '@playwright/test';

/** The HTTP API, as one of the sample organisation's people. */
export class ApiAs {
  readonly #request: APIRequestContext;
  readonly #headers: { authorization: string };

  /** Signs in, e.g. as `petra.platform`. */
  static async person(request: APIRequestContext, name: string) {
    const response = await request.get('/api/auth/sample/refresh', {
      headers: { 'x-sample-user': name, 'x-requested-with': 'XMLHttpRequest' },
    });
    expect(response.status()).toBe(200);
    const { backstageIdentity } = await response.json();
    return new ApiAs(request, backstageIdentity.token);
  }

  private constructor(request: APIRequestContext, token: string) {
    this.#request = request;
    this.#headers = { authorization: `Bearer ${token}` };
  }

  /** What the API answers to a path below `/api/autonomy/v1`. */
  async get(path: string) {
    const response = await this.#request.get(`/api/autonomy/v1/${path}`, {
      headers: this.#headers,
    });
    expect(response.status()).toBe(200);
    return response.json();
  }

  /** What the API answers to something that is sent. */
  async post(path: string, data: unknown) {
    const response = await this.tryPost(path, data);
    expect(response.ok()).toBe(true);
    return response.json();
  }

  /** The same, whatever the answer is. */
  async tryPost(path: string, data: unknown) {
    return this.#request.post(`/api/autonomy/v1/${path}`, {
      headers: this.#headers,
      data,
    });
  }

  /** Throws the draft of a document away, where there is one. */
  async discardDraft(document: string) {
    const { draft } = await this.get(`policy/documents/${document}`);
    if (draft) {
      const response = await this.#request.delete(
        `/api/autonomy/v1/policy/drafts/${draft.id}?revision=${draft.revision}`,
        { headers: this.#headers },
      );
      expect(response.ok()).toBe(true);
    }
  }

  /** Everything about a component. */
  async evaluationOf(component: string) {
    return this.get(`entities/component/default/${component}`);
  }

  /** The effective right in each area of a component. */
  async rightsOf(component: string): Promise<Record<string, number>> {
    const { rights } = await this.evaluationOf(component);
    return Object.fromEntries(
      rights.map((right: { area: string; effective: number }) => [
        right.area,
        right.effective,
      ]),
    );
  }

  /** Reports an incident that starts now, with an id of its own. */
  async report(incident: {
    entityRef: string;
    title: string;
    severity: string;
    areas: string[];
  }) {
    const now = new Date().toISOString();
    const item = { id: now, source: 'journey', startedAt: now, ...incident };
    return this.#request.post('/api/autonomy/v1/incidents', {
      headers: this.#headers,
      data: { items: [item] },
    });
  }
}
