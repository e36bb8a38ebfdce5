import Ajv from 'ajv/dist/2020';
import { startAutonomy, type AutonomyUnderTest } from '../__testUtils__';
import { spec } from '../schema/openapi/generated/router';

jest.setTimeout(30_000);

const REF = 'component:default/checkout';
const incident = {
  id: '1',
  source: 'pager',
  entityRef: REF,
  title: 'Down',
  severity: 'high',
  startedAt: '2025-01-01T00:00:00Z',
  resolvedAt: '2025-01-01T01:00:00Z',
};
const deployment = {
  id: '1',
  source: 'ci',
  entityRef: REF,
  status: 'succeeded',
  finishedAt: '2025-01-01T00:00:00Z',
};

const ajv = new Ajv({ strict: false, validateFormats: false });
ajv.addSchema(spec as object, 'spec');

describe('POST /backfill', () => {
  let app: AutonomyUnderTest;

  beforeAll(async () => {
    app = await startAutonomy();
  });
  afterAll(() => app.stop());

  it('stores both kinds once, says what became of each item, and is audited', async () => {
    app.audited.length = 0;
    const batch = {
      incidents: [{ ...incident, severity: 'dire' }, incident],
      deployments: [deployment],
    };
    const first = await app.post('/backfill', batch);
    expect(first.status).toBe(207);
    expect(first.body).toEqual({
      stored: 2,
      unchanged: 0,
      rejected: 1,
      results: [
        {
          kind: 'incidents',
          index: 0,
          status: 'rejected',
          error: {
            field: 'severity',
            message: expect.stringMatching(/^expected one of .*found "dire"$/),
          },
        },
        { kind: 'incidents', index: 1, status: 'stored', id: '1' },
        { kind: 'deployments', index: 0, status: 'stored', id: '1' },
      ],
    });
    const $ref = 'spec#/components/schemas/BackfillResponse';
    expect(ajv.validate({ $ref }, first.body)).toBe(true);
    expect(app.audited).toEqual([
      {
        eventId: 'evidence-backfill',
        severityLevel: 'medium',
        outcome: { stored: 2, unchanged: 0, rejected: 1 },
      },
    ]);

    const again = await app.post('/backfill', {
      ...batch,
      incidents: [incident],
    });
    expect([again.status, again.body.unchanged]).toEqual([200, 2]);
    // The same record, whichever way it came in.
    const pushed = await app.post('/incidents', { items: [incident] });
    expect(pushed.body).toMatchObject({ stored: 0, unchanged: 1 });
  });

  it.each([
    {},
    { incidents: [] },
    { facts: [{}] },
    { items: [incident] },
    { incidents: Array(501).fill(incident) },
    [],
  ])('refuses what is no batch (%#)', async body => {
    expect((await app.post('/backfill', body)).status).toBe(400);
  });

  it('answers 400 with the results where no item was accepted', async () => {
    const { body, status } = await app.post('/backfill', { deployments: [1] });
    expect(status).toBe(400);
    expect(body).toMatchObject({
      error: { name: 'InputError' },
      rejected: 1,
      results: [{ kind: 'deployments', index: 0 }],
    });
  });

  it('needs its own permission', async () => {
    app.permissions.authorize.mockImplementation(async requests =>
      requests.map(({ permission }) => ({
        result: permission.name.endsWith('.ingest') ? 'ALLOW' : 'DENY',
      })),
    );
    expect((await app.post('/incidents', { items: [incident] })).status).toBe(
      200,
    );
    expect(
      (await app.post('/backfill', { incidents: [incident] })).status,
    ).toBe(403);
  });
});
