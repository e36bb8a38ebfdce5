import { mockCredentials } from '@backstage/backend-test-utils';
import Ajv from 'ajv/dist/2020';
import { startAutonomy, type AutonomyUnderTest } from '../__testUtils__';
import { spec } from '../schema/openapi/generated/router';

jest.setTimeout(30_000);

describe('GET /health', () => {
  let app: AutonomyUnderTest;
  beforeAll(async () => {
    app = await startAutonomy();
  });
  afterAll(() => app.stop());

  it('tells how far evaluations and announcements are, as the document says', async () => {
    const { body } = await app.eventually(
      () => app.get('/health'),
      answer =>
        answer.body.evaluation.pending === 0 &&
        answer.body.evaluation.neverEvaluated === 0,
    );
    expect(body.evaluation).toMatchObject({
      lag: 0,
      quarantined: { count: 0, first: [] },
      entities: app.catalog.entities.filter(({ kind }) => kind === 'Component')
        .length,
      policyInForce: { isOwn: true },
      sweep: { missed: 0 },
    });
    expect(body.announcements).toMatchObject({ quarantined: 0 });
    const ajv = new Ajv({ strict: false });
    ajv.addSchema(spec as object, 'spec');
    ajv.validate({ $ref: 'spec#/components/schemas/Health' }, body);
    expect(ajv.errors ?? []).toEqual([]);
  });

  it('is for those who may know', async () => {
    const nobody = await app.get('/health', mockCredentials.none.header());
    expect(nobody.status).toBe(401);
    app.permissions.authorize.mockResolvedValueOnce([
      { result: 'DENY' as any },
    ]);
    expect((await app.get('/health')).status).toBe(403);
  });
});
