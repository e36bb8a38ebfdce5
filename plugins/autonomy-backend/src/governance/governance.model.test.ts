import { TestDatabases } from '@backstage/backend-test-utils';
import fc from 'fast-check';
import type { Knex } from 'knex';
import { BOARD_OF, commands } from './__testUtils__/model/commands';
import { ReferenceModel } from './__testUtils__/model/ReferenceModel';
import { setUpGovernance } from './__testUtils__/model/setUpGovernance';

const databases = TestDatabases.create();
/** `GOVERNANCE_RUNS=2000` for a thorough one. */
const RUNS = Number(process.env.GOVERNANCE_RUNS ?? 40);
/** The same sequences each time, so that a change is to blame for what fails; others by `GOVERNANCE_SEED`. */
const SEED = Number(process.env.GOVERNANCE_SEED ?? 20261122);
jest.setTimeout(300_000 + RUNS * 3_000);

describe.each(databases.eachSupportedId())('boards on %s', databaseId => {
  let knex: Knex;
  beforeAll(async () => {
    knex = await databases.init(databaseId);
  });
  afterAll(() => knex.destroy());

  it('keep the laws, whatever people do in whatever order', async () => {
    const real = await setUpGovernance(knex);
    const numRuns = databaseId.startsWith('POSTGRES')
      ? Math.ceil(RUNS / 4)
      : RUNS;
    let steps = 0;
    await fc.assert(
      fc.asyncProperty(commands, async sequence => {
        await real.begin();
        const model = new ReferenceModel(
          real.clock.time,
          boardRef => BOARD_OF[boardRef]?.length ?? 0,
        );
        steps += [...sequence].length;
        await fc.asyncModelRun(() => ({ model, real }), sequence);
      }),
      { numRuns, endOnFailure: true, includeErrorInReport: true, seed: SEED },
    );
    expect(steps).toBeGreaterThan(numRuns);
    process.stdout.write(
      `boards on ${databaseId}: ${numRuns} sequences, ${steps} commands\n`,
    );
  });
});
