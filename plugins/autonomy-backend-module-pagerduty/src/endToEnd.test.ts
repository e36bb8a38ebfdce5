import {
  changed,
  FakePagerDuty,
  fixture,
  fixtureNames,
  restIncident,
  startPortal,
  startServer,
  type Portal,
} from './__testUtils__';

const SECRET = 'the-secret-in-use-now';
const FORMER = 'the-secret-before-it';

jest.setTimeout(120_000);

describe('PagerDuty and the suite', () => {
  let portal: Portal | undefined;
  afterEach(async () => {
    await portal?.stop();
    portal = undefined;
  });

  const workedOff = async ({ get, until }: Portal) =>
    (
      await until(
        () => get('/health'),
        ({ inbox }) => inbox.pending === 0,
      )
    ).inbox;
  const incidents = async ({ get }: Portal) =>
    Object.fromEntries(
      (await get('/incidents?entity=component:default/checkout')).items.map(
        (incident: any) => [incident.id, incident],
      ),
    );

  it.each([
    ['in order', (names: string[]) => names],
    ['backwards', (names: string[]) => [...names].reverse()],
  ])(
    'take every kind of event, %s and twice, for the same record',
    async (_, order) => {
      portal = await startPortal({ secrets: [SECRET, FORMER] });
      const occurredAt = (name: string) =>
        JSON.parse(fixture(name).toString()).event.occurred_at as string;
      const names = [...fixtureNames].sort((a, b) =>
        occurredAt(a) < occurredAt(b) ? -1 : 1,
      );
      for (const name of order(names)) {
        expect([
          name,
          await portal.deliver(fixture(name), SECRET),
          await portal.deliver(fixture(name), FORMER),
          await portal.deliver(fixture(name), 'neither of the two'),
        ]).toEqual([name, 202, 202, 401]);
      }
      expect(await workedOff(portal)).toMatchObject({ quarantined: 0 });
      const { PINC042: incident, PINC043: merged } = await incidents(portal);
      expect(incident).toMatchObject({
        entityRef: 'component:default/checkout',
        severity: 'critical',
        reopenedAt: Date.parse('2026-03-02T09:45:00Z'),
        startedAt: Date.parse('2026-03-02T08:00:00Z'),
      });
      expect(incident.resolvedAt).toBeUndefined();
      expect(merged).toMatchObject({ mergedInto: 'PINC042' });
    },
  );

  it('set aside what they do not understand, with a reason', async () => {
    portal = await startPortal({ secrets: [SECRET] });
    const unknown = changed('incident.triggered', event => {
      event.event_type = 'incident.exploded';
    });
    const unmapped = changed('incident.triggered', event => {
      event.id = '01EVENT0000000000000009999';
      event.data.service.id = 'PSVC999';
    });
    expect(await portal.deliver(unknown, SECRET)).toBe(202);
    expect(await portal.deliver(unmapped, SECRET)).toBe(202);
    expect(await workedOff(portal)).toMatchObject({ quarantined: 2 });
    const { items } = await portal.get('/inbox/quarantine');
    expect(items.map(({ reason }: any) => reason).sort()).toEqual([
      expect.stringContaining('incident.exploded'),
      'no rule of autonomy.incidents.mapping is for incident "PINC042" of service "PSVC999"',
    ]);
    // Another body under an id that was used.
    expect(await portal.deliver(fixture('incident.triggered'), SECRET)).toBe(
      409,
    );
  });

  it('agree by asking, which is a sign of life', async () => {
    const started = Date.now() - 3_600_000;
    const server = await startServer(
      new FakePagerDuty([
        restIncident('PINC100', started),
        restIncident('PINC101', started, { resolvedAt: started + 60_000 }),
      ]).handle,
    );
    try {
      portal = await startPortal({
        api: { token: 'key', baseUrl: server.baseUrl },
        covers: { kind: 'Component' },
      });
      const { get, poll, until } = portal;
      const { incidentSources } = await until(
        () => poll().then(() => get('/health')),
        health => health.incidentSources[0].state === 'heard',
      );
      expect(incidentSources[0]).toMatchObject({
        polls: true,
        receives: false,
      });
      expect(await incidents(portal)).toMatchObject({
        PINC100: { severity: 'high', startedAt: expect.any(Number) },
        PINC101: { resolvedAt: expect.any(Number) },
      });
      expect(await portal.deliver(fixture('pagey.ping'), SECRET)).not.toBe(202);
    } finally {
      await server.stop();
    }
  });
});
