import { AutonomyClient } from './AutonomyClient';

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
