import { TestDatabases } from '@backstage/backend-test-utils';
import type {
  CheckResult,
  Evaluation,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import { EVALUATION_START as START, setUpEvaluation } from '../__testUtils__';
import type { SignedAttestation } from './types';

const databases = TestDatabases.create();
jest.setTimeout(60_000);

const HOUR = 3_600_000;
const CHECKOUT = 'component:default/checkout';

const answer = (rest: Partial<SignedAttestation> = {}): SignedAttestation => ({
  entityRef: CHECKOUT,
  checkId: 'tracing',
  answer: 'yes',
  evidenceUrl: 'https://wiki.example.com/tracing',
  expiresAt: START + 48 * HOUR,
  attestedBy: 'user:default/ann',
  ownerRef: 'group:default/team-a',
  ...rest,
});

describe.each(databases.eachSupportedId())('attestations on %s', id => {
  let knex: Knex;
  let t: Awaited<ReturnType<typeof setUpEvaluation>>;
  beforeEach(async () => {
    knex = await databases.init(id);
    t = await setUpEvaluation(knex);
    await t.sweep();
  });
  afterEach(() => knex.destroy());

  const bodyOf = async (): Promise<string> => (await t.read())[CHECKOUT].body;

  async function judged(hours: number): Promise<CheckResult> {
    t.clock.time = START + hours * HOUR;
    await t.evaluateAll();
    const { readiness }: Evaluation = JSON.parse(await bodyOf());
    return readiness.checks.find(check => check.id === 'tracing')!;
  }

  it('make a check pass until they expire', async () => {
    expect((await judged(0)).state).toBe('unknown');
    await t.stores.attestations.add([answer()], t.clock.time);
    expect(await judged(1)).toMatchObject({
      state: 'pass',
      score: 1,
      attestation: { answer: 'yes', expiresAt: START + 48 * HOUR },
    });
    // Who said it stays on the record.
    expect(await bodyOf()).not.toContain('user:');
    expect((await judged(47)).state).toBe('pass');
    expect(await judged(48)).toMatchObject({
      state: 'unknown',
      unknownReason: 'attestation-expired',
    });
  });

  it('make a check fail where the answer is no', async () => {
    await t.stores.attestations.add([answer()], t.clock.time);
    expect((await judged(1)).state).toBe('pass');
    await t.stores.attestations.add([answer({ answer: 'no' })], t.clock.time);
    expect(await judged(2)).toMatchObject({ state: 'fail', score: 0 });
  });

  it('count no more once they are taken back, and nothing older comes back', async () => {
    const { attestations } = t.stores;
    await attestations.add([answer()], t.clock.time);
    await judged(1);
    const { results } = await attestations.add(
      [answer({ note: 'again' })],
      t.clock.time,
    );
    expect((await judged(2)).state).toBe('pass');
    await attestations.withdraw(results[0].id, t.clock.time);
    expect((await judged(3)).state).toBe('unknown');
  });

  it('stay when the entity gets another owner', async () => {
    await t.stores.attestations.add([answer()], t.clock.time);
    const checkout = t.catalog.entities.find(
      ({ metadata }) => metadata.name === 'checkout',
    )!;
    checkout.metadata.etag = 'etag-2';
    checkout.relations = checkout.relations!.map(relation =>
      relation.type === 'ownedBy'
        ? { ...relation, targetRef: 'group:default/team-b' }
        : relation,
    );
    await t.sweep();
    expect((await judged(1)).state).toBe('pass');
  });

  it('give way to what a machine says', async () => {
    const { attestations, facts } = t.stores;
    await attestations.add([answer()], t.clock.time);
    await judged(1);
    await facts.put(
      [
        {
          entityRef: CHECKOUT,
          collector: 'observability',
          values: { tracing: false },
          collectedAt: t.clock.time,
          ttl: 24 * HOUR,
        },
      ],
      t.clock.time,
    );
    expect((await judged(2)).state).toBe('fail');
  });
});
