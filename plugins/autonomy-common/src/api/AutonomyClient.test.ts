import { AutonomyClient } from './AutonomyClient';

function setup(status: number, body: unknown) {
  const fetch = jest.fn(
    async (_url: string) =>
      new Response(JSON.stringify(body), {
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
      () => client.listEntities(),
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
