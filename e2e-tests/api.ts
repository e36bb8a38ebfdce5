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

  /** The effective right in each area of a component. */
  async rightsOf(component: string): Promise<Record<string, number>> {
    const response = await this.#request.get(
      `/api/autonomy/v1/entities/component/default/${component}`,
      { headers: this.#headers },
    );
    expect(response.status()).toBe(200);
    const { rights } = await response.json();
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
