import { AutonomyClient } from './AutonomyClient';
import type { ExemptionRequest } from './exemptions';
import type { NewObjective } from './objectives';

function setup(status: number, body: unknown) {
  const fetch = jest.fn(
    async (_url: string, _init?: RequestInit) =>
      new Response(typeof body === 'string' ? body : JSON.stringify(body), {
        status,
        headers: { 'content-type': 'application/json' },
      }),
  );
  return { fetch, client: new AutonomyClient({ fetchApi: { fetch } }) };
}

const forbidden = {
  error: { name: 'NotAllowedError', message: 'not for you' },
  response: { statusCode: 403 },
};

describe('AutonomyClient', () => {
  it('reads one entity by its ref', async () => {
    const { client, fetch } = setup(200, { policyVersion: '7' });

    await expect(client.getEntity('component:default/a b')).resolves.toEqual({
      policyVersion: '7',
    });
    expect(fetch).toHaveBeenCalledWith(
      'plugin://autonomy/v1/entities/component/default/a%20b',
    );
  });

  it('answers undefined for an entity that is not there to be seen', async () => {
    const { client } = setup(404, {
      error: { name: 'NotFoundError', message: 'no' },
    });

    await expect(client.getEntity('component:default/x')).resolves.toBe(
      undefined,
    );
  });

  it('throws what the backend said, with its cause', async () => {
    const { client } = setup(403, forbidden);

    for (const call of [
      () => client.getEntity('component:default/x'),
      () => client.refreshEntity('component:default/x'),
      () => client.getEntityHistory('component:default/x'),
      () => client.listEntities(),
      () => client.getEntitySummaries(['component:default/x']),
      () => client.exportEntities(),
      () => client.summarizeEntities({ groupBy: 'owner' }),
      () => client.getTrends({ kind: 'organisation' }),
      () => client.listActivity(),
      () => client.getReadiness(),
      () => client.getPolicy(),
      () => client.getGuardrailMatrix(),
      () => client.listIncidents(),
      () => client.changeIncident({ source: 's', id: 'i' }, {}),
      () => client.listDeployments(),
      () => client.reviewDeployment({ source: 's', id: 'd' }),
      () => client.listAttestations('component:default/x'),
      () => client.attest([]),
      () => client.withdrawAttestation('a'),
      () => client.listExemptions(),
      () => client.requestExemption({} as ExemptionRequest),
      () => client.withdrawExemption('e'),
      () => client.getNeeds(),
      () => client.getObjective('domain:default/d'),
      () => client.setObjective('domain:default/d', {} as NewObjective),
      () => client.getHealth(),
    ]) {
      await expect(call()).rejects.toMatchObject({
        name: 'ResponseError',
        statusCode: 403,
        cause: { name: 'NotAllowedError', message: 'not for you' },
      });
    }
  });

  it('repeats a filter for each value and leaves out what is not set', async () => {
    const { client, fetch } = setup(200, { items: [], pageInfo: {} });

    await client.listEntities({
      level: [1, 2],
      owner: ['group:default/team a'],
      tier: [],
      text: '',
      minReadiness: 0,
      cursor: undefined,
    });

    expect(fetch).toHaveBeenCalledWith(
      'plugin://autonomy/v1/entities?level=1&level=2&owner=group%3Adefault%2Fteam+a&minReadiness=0',
    );
  });

  it.each<[string, (client: AutonomyClient) => Promise<unknown>]>([
    [
      'summary?groupBy=tier&stale=true&limit=5',
      client =>
        client.summarizeEntities({ groupBy: 'tier', stale: true, limit: 5 }),
    ],
    [
      'trends?kind=owner&ref=group%3Adefault%2Fa&from=2026-01-01T00%3A00%3A00.000Z',
      client =>
        client.getTrends({
          kind: 'owner',
          ref: 'group:default/a',
          from: Date.parse('2026-01-01T00:00:00Z'),
        }),
    ],
    [
      'activity?kind=level-promoted&kind=plan-ended&cause=time',
      client =>
        client.listActivity({
          kind: ['level-promoted', 'plan-ended'],
          cause: ['time'],
        }),
    ],
    ['readiness', client => client.getReadiness()],
    [
      'guardrails?domain=domain%3Adefault%2Fd&level=2',
      client =>
        client.getGuardrailMatrix({ domain: ['domain:default/d'], level: [2] }),
    ],
    [
      'incidents?entity=component%3Adefault%2Fx&open=true',
      client =>
        client.listIncidents({ entity: 'component:default/x', open: true }),
    ],
    [
      'deployments?entity=component%3Adefault%2Fx&from=2026-01-01T00%3A00%3A00.000Z',
      client =>
        client.listDeployments({
          entity: 'component:default/x',
          from: Date.parse('2026-01-01T00:00:00Z'),
        }),
    ],
    [
      'exemptions?entity=component%3Adefault%2Fx&state=requested&state=in-force',
      client =>
        client.listExemptions({
          entity: ['component:default/x'],
          state: ['requested', 'in-force'],
        }),
    ],
    ['needs', client => client.getNeeds()],
    [
      'objectives/domain/default/d',
      client => client.getObjective('domain:default/d'),
    ],
    ['health', client => client.getHealth()],
    [
      'readiness/group/default/team%20a',
      client => client.getReadiness('group:default/team a'),
    ],
    [
      'entities/component/default/x/history?to=2026-01-01T00%3A00%3A00.000Z&limit=5',
      client =>
        client.getEntityHistory('component:default/x', {
          to: Date.parse('2026-01-01T00:00:00Z'),
          limit: 5,
        }),
    ],
  ])('reads %s', async (path, read) => {
    const { client, fetch } = setup(200, { told: true });

    await expect(read(client)).resolves.toEqual({ told: true });
    expect(fetch).toHaveBeenCalledWith(`plugin://autonomy/v1/${path}`);
  });

  it('looks up several entities at once', async () => {
    const { client, fetch } = setup(200, { items: [{ name: 'a' }, null] });

    await expect(client.getEntitySummaries(['x', 'y'])).resolves.toEqual([
      { name: 'a' },
      undefined,
    ]);
    expect(fetch).toHaveBeenCalledWith(
      'plugin://autonomy/v1/entities/by-refs',
      {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"entityRefs":["x","y"]}',
      },
    );
  });

  it('reads the whole list as it is', async () => {
    const { client, fetch } = setup(200, 'entity\r\na\r\n');

    const table = await client.exportEntities({ orderBy: 'tier', level: [1] });
    await expect(table.text()).resolves.toBe('entity\r\na\r\n');
    expect(fetch).toHaveBeenCalledWith(
      'plugin://autonomy/v1/entities.csv?orderBy=tier&level=1',
    );
  });

  it.each([
    [200, { policyVersion: '7' }],
    [202, undefined],
  ])('has an entity evaluated: %d', async (status, evaluation) => {
    const { client, fetch } = setup(status, evaluation ?? {});

    await expect(client.refreshEntity('component:default/x')).resolves.toEqual(
      evaluation,
    );
    expect(fetch).toHaveBeenCalledWith(
      'plugin://autonomy/v1/entities/component/default/x/refresh',
      { method: 'POST' },
    );
  });

  const JANUARY = Date.parse('2026-01-01T00:00:00Z');

  it.each<
    [string, string, object, (client: AutonomyClient) => Promise<unknown>]
  >([
    [
      'PATCH',
      'incidents/pager%20duty/a%2Fb',
      {
        severity: 'low',
        review: {
          completedAt: '2026-01-01T00:00:00.000Z',
          actions: [{ title: 'a', closedAt: '2026-01-01T00:00:00.000Z' }],
        },
      },
      client =>
        client.changeIncident(
          { source: 'pager duty', id: 'a/b' },
          {
            severity: 'low',
            review: {
              completedAt: JANUARY,
              actions: [{ title: 'a', closedAt: JANUARY }],
            },
          },
        ),
    ],
    [
      'POST',
      'deployments/ci/1/review',
      { completedAt: '2026-01-01T00:00:00.000Z' },
      client =>
        client.reviewDeployment(
          { source: 'ci', id: '1' },
          { completedAt: JANUARY },
        ),
    ],
    [
      'POST',
      'exemptions',
      {
        entityRef: 'component:default/x',
        checkId: 'c',
        reason: 'r',
        expiresAt: '2026-01-01T00:00:00.000Z',
      },
      client =>
        client.requestExemption({
          entityRef: 'component:default/x',
          checkId: 'c',
          reason: 'r',
          expiresAt: JANUARY,
        }),
    ],
    [
      'POST',
      'exemptions/e%201/withdraw',
      {},
      client => client.withdrawExemption('e 1'),
    ],
    [
      'POST',
      'attestations/a%201/withdraw',
      {},
      client => client.withdrawAttestation('a 1'),
    ],
    [
      'PUT',
      'objectives/domain/default/d',
      {
        statement: 's',
        measures: [],
        ownerRef: 'group:default/g',
        reviewAt: '2026-01-01T00:00:00.000Z',
      },
      client =>
        client.setObjective('domain:default/d', {
          statement: 's',
          measures: [],
          ownerRef: 'group:default/g',
          reviewAt: JANUARY,
        }),
    ],
  ])('writes: %s %s', async (method, path, body, write) => {
    const { client, fetch } = setup(200, { told: true });

    await expect(write(client)).resolves.toEqual({ told: true });
    const [[url, init]] = fetch.mock.calls;
    expect([init?.method, url]).toEqual([
      method,
      `plugin://autonomy/v1/${path}`,
    ]);
    expect(JSON.parse(String(init?.body))).toEqual(body);
  });

  it('tells of each answer what became of it, even where none was taken', async () => {
    const results = [
      { index: 0, status: 'rejected', error: { field: 'x', message: 'no' } },
    ];
    const told = { stored: 0, unchanged: 0, rejected: 1, results };
    const { client } = setup(400, { ...forbidden, ...told });

    await expect(client.attest([])).resolves.toMatchObject(told);
  });

  it('knows that a domain can be without an objective', async () => {
    const { client } = setup(404, {
      error: { name: 'NotFoundError', message: 'no' },
    });

    await expect(client.getObjective('domain:default/d')).resolves.toBe(
      undefined,
    );
  });

  it('asks without a query where nothing is filtered', async () => {
    const { client, fetch } = setup(200, { items: [], pageInfo: {} });

    await client.listEntities();

    expect(fetch).toHaveBeenCalledWith('plugin://autonomy/v1/entities');
  });

  it('finds the backend by discovery where there is one', async () => {
    const { fetch } = setup(200, {});
    const getBaseUrl = jest.fn(
      async (id: string) => `http://backend/api/${id}`,
    );
    const client = new AutonomyClient({
      fetchApi: { fetch },
      discoveryApi: { getBaseUrl },
    });

    await client.getPolicy();

    expect(fetch).toHaveBeenCalledWith('http://backend/api/autonomy/v1/policy');
  });
});
