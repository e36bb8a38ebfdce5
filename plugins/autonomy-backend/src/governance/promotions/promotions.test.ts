import {
  createMockDirectory,
  TestDatabases,
} from '@backstage/backend-test-utils';
import type { Evaluation } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import { EVALUATION_START as START } from '../../__testUtils__/setUpEvaluation';
import { BOARD, CENTRE, setUpBoards } from '../__testUtils__/setUpBoards';
import { createPromotions } from '.';

const databases = TestDatabases.create();
const directory = createMockDirectory();
jest.setTimeout(60_000);

const DAY = 86_400_000;
const CHECKOUT = 'component:default/checkout';

/** Level 2 needs a board here, and one fact for a day. */
const POLICY = `
apiVersion: aligned-autonomy/v1
kind: Policy
metadata: { name: asked }
spec:
  levels:
    - { level: 2, minReadiness: 0, minAccountability: 0, sustainedFor: P1D, promotion: board }
---
apiVersion: aligned-autonomy/v1
kind: Scorecard
metadata: { name: levels, title: Probes }
spec:
  role: levels
  checks:
    - { id: probe-2, title: The probe says yes, level: 2, expression: probe.two }
---
apiVersion: aligned-autonomy/v1
kind: Scorecard
metadata: { name: guardrails, title: Boundaries }
spec:
  role: guardrails
  checks:
    - { id: boundary, title: The boundary, areas: [tooling], expression: probe.boundary }
`;

async function setUp(
  knex: Knex,
  { follows = true }: { follows?: boolean } = {},
) {
  const policyFiles = [directory.resolve('policy.yaml')];
  const t = await setUpBoards(knex, { policyFiles });
  const { clock, desk, evaluation, marks, stores } = t;
  const promotions = createPromotions({
    clock,
    desk,
    index: t.index,
    knex,
    marks,
    preview: evaluation.preview,
  });
  desk.register(promotions.handler);
  if (follows) {
    evaluation.follow(promotions.follower);
  }
  const say = async (two: boolean) => {
    const said = {
      entityRef: CHECKOUT,
      collector: 'probe',
      values: { boundary: true, two },
      collectedAt: clock.time,
      ttl: 1_000 * DAY,
    };
    await stores.facts.put([said], clock.time);
    await t.mark([CHECKOUT]);
  };
  const live = async (days: number) => {
    clock.time += days * DAY;
    await t.work();
  };
  const checkout = async (): Promise<Evaluation> =>
    JSON.parse((await t.read())[CHECKOUT].body);
  await t.runner.run();
  await say(true);
  await t.work();
  return { ...t, ...promotions, checkout, live, say };
}

describe.each(databases.eachSupportedId())('promotions on %s', databaseId => {
  let knex: Knex;
  beforeAll(() => directory.setContent({ 'policy.yaml': POLICY }));
  beforeEach(async () => {
    knex = await databases.init(databaseId);
  });
  afterEach(() => knex.destroy());

  it('are asked of the board once sustained, and taken with its quorum', async () => {
    const t = await setUp(knex);
    expect(await t.rows()).toEqual([]);
    await t.live(1);
    const proposal = await t.theOpen();
    expect(proposal).toMatchObject({
      matter: 'promotion',
      subject: 'level-2',
      boardRef: BOARD,
      content: { matter: 'promotion', from: 1, to: 2 },
      isRequest: false,
    });
    expect(proposal.openedBy).toBeUndefined();
    expect(proposal.evidence).toEqual(
      expect.arrayContaining([
        {
          kind: 'level',
          ref: 'level-2',
          title: expect.stringContaining('sustained since'),
          value: new Date(START + DAY).toISOString(),
        },
        expect.objectContaining({ kind: 'readiness', bound: 0, met: true }),
        expect.objectContaining({ kind: 'accountability', bound: 0 }),
        expect.objectContaining({ kind: 'trust', ref: 'security' }),
        {
          kind: 'check',
          ref: 'probe-2',
          title: 'The probe says yes',
          value: 'pass',
          met: true,
        },
      ]),
    );
    t.clock.time += 1_000;
    await t.vote(proposal.id, 'bob');
    await t.work();
    expect((await t.checkout()).level.level).toBe(1);
    const decided = await t.vote(proposal.id, 'cat');
    expect(decided.state).toBe('approved');
    await t.work();
    expect((await t.checkout()).level).toMatchObject({
      level: 2,
      takenAt: t.clock.time,
    });
    expect(await knex('promotion_decisions')).toMatchObject([
      { id: proposal.id, outcome: 'approved', decided_by: BOARD, level: 2 },
    ]);
    await t.live(100);
    expect(await t.states()).toEqual(['level-2 approved']);
    expect(t.told).toEqual([`promotion to ${BOARD}`, 'promotion approved']);
  });

  it('lapse with a break, with the reason, and are asked anew afterwards', async () => {
    const t = await setUp(knex);
    await t.live(1);
    await t.say(false);
    await t.work();
    expect(await t.rows()).toMatchObject([
      {
        state: 'lapsed',
        outcome_reason: 'level 2 is no longer held: The probe says yes',
      },
    ]);
    await t.say(true);
    await t.live(0);
    expect(await t.states()).toEqual(['level-2 lapsed']);
    await t.live(1);
    expect(await t.states()).toEqual(['level-2 lapsed', 'level-2 open']);
  });

  it('are of another asking where the break was over before anybody looked', async () => {
    const t = await setUp(knex);
    await t.live(1);
    t.clock.time += DAY;
    await t.say(false);
    t.clock.time += DAY;
    await t.say(true);
    await t.live(2);
    expect(await t.states()).toEqual(['level-2 lapsed', 'level-2 open']);
  });

  it('cannot be approved once broken, whether or not that was evaluated', async () => {
    const t = await setUp(knex);
    await t.live(1);
    const { id } = await t.theOpen();
    await t.vote(id, 'bob');
    await t.say(false);
    const reason =
      'The promotion cannot be approved: level 2 is no longer held: The probe says yes';
    await expect(t.vote(id, 'cat')).rejects.toThrow(reason);
    // What breaks between the look and the vote is seen as well.
    await expect(
      knex.transaction(trx =>
        t.desk.voteIn(
          trx,
          id,
          { voterRef: 'user:default/cat', vote: 'approve', comment: 'Yes' },
          t.clock.time,
        ),
      ),
    ).rejects.toThrow(reason);
    expect(await knex('promotion_decisions')).toEqual([]);
    expect((await t.proposals.get(id))!.votes).toHaveLength(1);
    await t.work();
    expect((await t.checkout()).level.level).toBe(1);
    expect(await t.states()).toEqual(['level-2 lapsed']);
  });

  it('are asked again 30 days after a rejection', async () => {
    const t = await setUp(knex);
    await t.live(1);
    const { id } = await t.theOpen();
    await t.vote(id, 'bob', 'reject');
    await t.vote(id, 'cat', 'reject');
    await t.live(29);
    expect(await t.states()).toEqual(['level-2 rejected']);
    expect((await t.checkout()).level.ladder[1].proposal?.state).toBe(
      'rejected',
    );
    await t.live(1);
    expect(await t.states()).toEqual(['level-2 rejected', 'level-2 open']);
  });

  it('are taken on appeal, while the level is held', async () => {
    const t = await setUp(knex);
    await t.live(1);
    const rejected = await t.theOpen();
    await t.vote(rejected.id, 'bob', 'reject');
    await t.vote(rejected.id, 'cat', 'reject');
    await t.live(1);
    const { content, evidence, subject } = rejected;
    const appeal = await knex.transaction(trx =>
      t.desk.open(
        trx,
        {
          appealOf: rejected.id,
          content,
          entityRef: CHECKOUT,
          evidence,
          isCentral: true,
          isRequest: true,
          openedBy: 'user:default/ann',
          reason: 'We think otherwise.',
          subject,
        },
        t.clock.time,
      ),
    );
    await t.live(1);
    await t.rounds();
    expect(await t.states()).toEqual(['level-2 rejected', 'level-2 open']);
    await t.vote(appeal.id, 'gus');
    await t.say(false);
    await expect(t.vote(appeal.id, 'hal')).rejects.toThrow('no longer held');
    await t.say(true);
    await t.live(1);
    await t.vote(appeal.id, 'hal');
    await t.work();
    expect((await t.checkout()).level.level).toBe(2);
  });

  it('are left alone where no board decides, and asked when there is one', async () => {
    const t = await setUp(knex);
    await knex('entity_context').update({ board_ref: null });
    await t.live(1);
    expect((await t.checkout()).level.ladder[1].proposal?.state).toBe('open');
    expect(await t.rounds()).toBe(0);
    expect(await t.rows()).toEqual([]);
    // Nobody on it may vote, and nobody is above it.
    await knex('entity_context').update({ board_ref: BOARD });
    const members = knex('entity_relations').where('type', 'hasMember');
    const seats = await members.clone();
    const onlyOwners = [BOARD, CENTRE, 'group:default/team-a'].map(group => ({
      source_ref: group,
      type: 'hasMember',
      target_ref: 'user:default/ann',
    }));
    await members.clone().delete();
    await knex('entity_relations').insert(onlyOwners);
    expect(await t.rounds()).toBe(0);
    await members.clone().delete();
    await knex('entity_relations').insert(seats);
    expect(await t.rounds()).toBe(1);
    expect(await t.rounds()).toBe(0);
    expect((await t.theOpen()).evidence.length).toBeGreaterThan(3);
    await t.work();
    await t.rounds();
    expect(await t.states()).toEqual(['level-2 open']);
  });

  it('are found by rounds where the engine proposes nothing any more', async () => {
    const t = await setUp(knex, { follows: false });
    await t.live(1);
    await t.rounds();
    await t.say(false);
    await t.work();
    await t.rounds();
    expect(await t.rows()).toMatchObject([
      { state: 'lapsed', outcome_reason: expect.stringContaining('probe') },
    ]);
    await t.say(true);
    await t.live(0);
    await t.live(1);
    await t.rounds();
    expect(await t.states()).toEqual(['level-2 lapsed', 'level-2 open']);
    await t.index.deleteEntities([CHECKOUT], t.clock.time);
    await t.rounds();
    expect(await t.states()).toEqual(['level-2 lapsed', 'level-2 lapsed']);
  });

  it('cost no question to the database where nothing is proposed', async () => {
    const t = await setUp(knex);
    const asked: string[] = [];
    knex.on('query', ({ sql }: { sql: string }) => {
      if (/(from|into|update) .proposals/.test(sql)) asked.push(sql);
    });
    await t.evaluateAll();
    await t.live(0.5);
    expect(asked).toEqual([]);
    await t.live(0.5);
    expect(asked).not.toEqual([]);
  });
});
