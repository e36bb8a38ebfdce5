import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import request from 'supertest';
import { startAutonomy, type AutonomyUnderTest } from '../__testUtils__';
import { signWebhook, webhookSecret } from '../__testUtils__/signWebhook';

const databases = TestDatabases.create();
jest.setTimeout(120_000);
const secret = webhookSecret();
const REF = 'component:default/checkout';
const DAY = 86_400_000;

const config = {
  incidents: {
    sources: {
      desk: {
        type: 'standard-webhooks',
        secrets: [webhookSecret(), secret],
        covers: { kind: 'Component' },
      },
      silent: { type: 'standard-webhooks' },
    },
    mapping: [
      {
        source: 'desk',
        when: "labels.service != 'nobody'",
        entity: "'component:default/' + labels.service",
        areas: 'areas',
        severity: 'severity',
      },
    ],
  },
};

const ago = (days: number) => new Date(Date.now() - days * DAY).toISOString();

function event(rest: object = {}, type = 'incident.opened', at = ago(1)) {
  return JSON.stringify({
    type,
    timestamp: at,
    data: {
      id: 'INC-1',
      title: 'Checkout is down',
      startedAt: ago(1),
      severity: 'high',
      labels: { service: 'checkout' },
      areas: ['security'],
      ...rest,
    },
  });
}

describe.each(databases.eachSupportedId())('incident intake on %s', id => {
  let app: AutonomyUnderTest;
  let knex: Knex;
  beforeAll(async () => {
    knex = await databases.init(id);
    app = await startAutonomy({ config, knex });
    await app.eventually(
      () => knex('index_state').first('settled_at'),
      ({ settled_at }) => settled_at !== null,
    );
  });
  afterAll(async () => {
    await app.stop();
    await knex.destroy();
  });

  let count = 0;
  const send = (body: string, headers: object = {}, deliveryId?: string) => {
    count += 1;
    return request(app.server)
      .post('/api/autonomy/v1/webhooks/desk')
      .set('content-type', 'application/json')
      .set({
        ...signWebhook(body, { id: deliveryId ?? `msg_${count}`, secret }),
        ...headers,
      })
      .send(body);
  };
  const health = async () => (await app.get('/health')).body;
  const workedOff = () =>
    app.eventually(health, ({ inbox }) => inbox.pending === 0);
  const area = async (name: string) => {
    const { body } = await app.get('/entities/component/default/checkout');
    const { lines } = body.trust.find((t: any) => t.area === name);
    return lines.filter((line: any) => line.kind === 'incident').length;
  };
  const incidents = () => knex('incidents').orderBy('incident_id');

  it('turns a signed delivery into an incident of the entity that the mapping tells', async () => {
    const answer = await send(event());
    expect(answer.status).toBe(202);
    expect(answer.body).toEqual({ status: 'accepted' });
    await workedOff();
    await app.eventually(
      () => area('security'),
      incidentsOfArea => incidentsOfArea === 1,
    );
    expect(await area('operations')).toBe(0);
    expect(await incidents()).toMatchObject([
      { source: 'desk', incident_id: 'INC-1', entity_ref: REF },
    ]);
  });

  it('stores a delivery once however often it comes', async () => {
    const body = event({ id: 'INC-2' });
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => send(body, {}, 'twice')),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(5).fill(202));
    expect(
      answers.filter(answer => answer.body.status === 'accepted'),
    ).toHaveLength(1);
    const other = await send(event({ id: 'INC-3' }), {}, 'twice');
    expect(other.status).toBe(409);
    await workedOff();
    const rows = await knex('incident_inbox').where('id', 'desk/twice');
    expect(rows).toHaveLength(1);
    expect((await incidents()).map(row => row.incident_id)).toEqual([
      'INC-1',
      'INC-2',
    ]);
    expect(app.audited.map(({ eventId }) => eventId)).toContain(
      'webhook-receive',
    );
  });

  it('keeps the newest state in whatever order states arrive', async () => {
    await send(event({ id: 'INC-4' }, 'incident.resolved', ago(0.1)));
    await workedOff();
    await send(event({ id: 'INC-4' }, 'incident.opened', ago(0.5)));
    await workedOff();
    const [row] = await knex('incidents').where('incident_id', 'INC-4');
    expect(row.resolved_at).not.toBeNull();
  });

  it('sets aside what makes no sense, and takes it up again', async () => {
    const quarantine = async () =>
      (await app.get('/inbox/quarantine')).body.items.map((i: any) => i.reason);
    for (const body of [
      'no json',
      event({ severity: 'terrible' }),
      event({ id: 'INC-5', labels: { service: 'later' } }),
      event({}, 'incident.exploded'),
    ]) {
      expect((await send(body)).status).toBe(202);
    }
    await workedOff();
    expect((await quarantine()).sort()).toEqual([
      expect.stringContaining(
        'autonomy.incidents.mapping[0].severity: expected one of',
      ),
      'component:default/later is not in the catalog',
      'expected JSON in UTF-8, found something else',
      expect.stringContaining('type: expected one of incident.opened'),
    ]);
    expect((await health()).inbox.quarantined).toBe(4);

    await knex('entities')
      .where('entity_ref', REF)
      .first()
      .then(row =>
        knex('entities').insert({
          ...row,
          entity_ref: 'component:default/later',
          name: 'later',
        }),
      );
    const replay = await app.post('/inbox/replay', { source: 'desk' });
    expect(replay.body).toEqual({ replayed: 4 });
    await workedOff();
    expect((await health()).inbox.quarantined).toBe(3);
    expect(await knex('incidents').where('incident_id', 'INC-5')).toHaveLength(
      1,
    );
  });

  it('opens coverage with the first heartbeat and not with incidents', async () => {
    const covered = async () =>
      (await app.get('/entities/component/default/articles')).body.evidence
        .sources;
    expect(await covered()).toEqual([]);
    expect((await health()).incidentSources[0].state).toBe('never-heard');

    await send(JSON.stringify({ type: 'source.heartbeat' }));
    const [source] = await app.eventually(covered, all => all.length > 0);
    expect(source).toMatchObject({ source: 'desk', state: 'heard' });
    expect((await health()).incidentSources[0].state).toBe('heard');
    expect(await knex('coverage').where('follows_source', true)).toHaveLength(
      4,
    );
  });

  it('sets back coverage when somebody who may says so', async () => {
    const answer = await app.post('/backfill/coverage', {
      source: 'desk',
      from: ago(300),
    });
    expect(answer.body).toEqual({ stored: 4, unchanged: 0 });
    const wrong = await app.post('/backfill/coverage', {
      source: 'silent',
      from: ago(300),
    });
    expect(wrong.status).toBe(400);
    expect(wrong.body.error.message).toContain(
      'source: expected a configured source that says what it covers',
    );
  });

  describe('refuses', () => {
    it.each<[string, () => request.Test, number]>([
      [
        'an unsigned body',
        () => send(event(), { 'webhook-signature': '' }),
        401,
      ],
      [
        'a body that was changed',
        () => send(event(), signWebhook(`${event()} `, { id: 'x', secret })),
        401,
      ],
      [
        'another secret',
        () =>
          send(
            event(),
            signWebhook(event(), { id: 'x', secret: webhookSecret() }),
          ),
        401,
      ],
      [
        'an old signature',
        () =>
          send(
            event(),
            signWebhook(event(), { id: 'x', secret, at: Date.now() - 302_000 }),
          ),
        401,
      ],
      [
        'compressed bytes',
        () => send(event(), { 'content-encoding': 'gzip' }),
        415,
      ],
      ['too many bytes', () => send('x'.repeat(513 * 1024)), 413],
    ])('%s', async (_, attempt, status) => {
      expect((await attempt()).status).toBe(status);
    });

    it('sources without a secret, and anything near an address', async () => {
      for (const path of ['silent', 'DESK', 'desk/x', 'nobody', 'desk/']) {
        const answer = await request(app.server)
          .post(`/api/autonomy/v1/webhooks/${path}`)
          .send({});
        expect([path, [401, 404].includes(answer.status)]).toEqual([
          path,
          true,
        ]);
      }
      const { status } = await request(app.server).get(
        '/api/autonomy/v1/webhooks/desk',
      );
      expect(status).toBe(404);
    });
  });

  it('is open to those who may look and act only', async () => {
    const calls: [string, () => Promise<request.Response>][] = [
      ['none', () => app.get('/health', mockCredentials.none.header())],
      [
        'none',
        () => app.get('/inbox/quarantine', mockCredentials.none.header()),
      ],
      [
        'none',
        () => app.post('/inbox/replay', {}, mockCredentials.none.header()),
      ],
    ];
    for (const [, call] of calls) {
      expect((await call()).status).toBe(401);
    }
    app.permissions.authorize.mockImplementation(async requests =>
      requests.map(() => ({ result: 'DENY' as const })),
    );
    for (const call of [
      () => app.get('/health'),
      () => app.get('/inbox/quarantine'),
      () => app.post('/inbox/replay', {}),
      () => app.post('/backfill/coverage', { source: 'desk', from: ago(1) }),
    ]) {
      expect((await call()).status).toBe(403);
    }
  });
});
