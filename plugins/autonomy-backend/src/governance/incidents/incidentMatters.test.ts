import {
  createMockDirectory,
  TestDatabases,
} from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { IncidentDesk } from '../../incidents/editing/IncidentDesk';
import { BOARD, CENTRE, setUpBoards } from '../__testUtils__/setUpBoards';
import { createIncidentMatters } from '.';
import { readIncident } from './readIncident';

const databases = TestDatabases.create();
const directory = createMockDirectory();
jest.setTimeout(60_000);

const DAY = 86_400_000;
const HOUR = 3_600_000;
const CHECKOUT = 'component:default/checkout';
const ARTICLES = 'component:default/articles';
const KEY = { source: 'pager', id: '1' };
const ANN = { ref: 'user:default/ann', isBoard: false, isOwner: true };
const BOB = { ref: 'user:default/bob', isBoard: true, isOwner: false };

const POLICY = (quorum: number) => `
apiVersion: aligned-autonomy/v1
kind: Policy
metadata: { name: asked }
spec:
  governance:
    rules:
      incident: { quorum: ${quorum}, approval: majority }
`;

async function setUp(knex: Knex, { quorum = 2 } = {}) {
  directory.setContent({ 'policy.yaml': POLICY(quorum) });
  const policyFiles = [directory.resolve('policy.yaml')];
  const t = await setUpBoards(knex, { policyFiles });
  const { clock, desk, index, marks, policy, records, stores } = t;
  const matters = createIncidentMatters({
    desk,
    index,
    knex,
    marks,
    policy,
    records,
  });
  desk.register(matters.handler);
  const incidents = IncidentDesk.create({
    agenda: matters.agenda,
    clock,
    knex,
    marks,
    records,
  });
  await t.sweep();
  const report = (change: object = {}) =>
    stores.incidents.put(
      [
        {
          ...KEY,
          entityRef: CHECKOUT,
          title: 'Payments down',
          severity: 'high' as const,
          areas: ['deployment'],
          startedAt: clock.time - DAY,
          resolvedAt: clock.time - DAY + HOUR,
          ...change,
        },
      ],
      clock.time,
    );
  await report();
  return {
    ...t,
    ...matters,
    edit: (patch: object, editor: typeof ANN = ANN) =>
      incidents.edit(KEY, { reason: 'We looked into it.', ...patch }, editor),
    incidents,
    report,
    incident: async () => (await readIncident(knex, KEY))!,
    changes: (): Promise<any[]> =>
      knex('incident_proposals').orderBy(['proposed_at', 'id']),
    async round() {
      let count = 0;
      for (let done = -1; done !== 0; count += done) {
        done = await matters.openDue(clock.time);
      }
      return count;
    },
  };
}

describe.each(databases.eachSupportedId())('incidents on %s', databaseId => {
  let knex: Knex;
  beforeEach(async () => {
    knex = await databases.init(databaseId);
  });
  afterEach(() => knex.destroy());

  it('are changed by the quorum of the board as their owners ask', async () => {
    const t = await setUp(knex);
    await t.edit({ severity: 'low' });
    const proposal = await t.theOpen();
    const [change] = await t.changes();
    expect(proposal).toMatchObject({
      matter: 'incident',
      entityRef: CHECKOUT,
      boardRef: BOARD,
      subject: 'pager/1/severity',
      isRequest: true,
      openedBy: ANN.ref,
      reason: 'We looked into it.',
      content: {
        changeId: change.id,
        field: 'severity',
        from: 'high',
        to: 'low',
        title: 'Payments down',
      },
    });
    expect(proposal.evidence).toContainEqual({
      kind: 'incident',
      ref: '1',
      title: 'Payments down: severity',
      value: 'high',
    });
    await t.vote(proposal.id, 'bob');
    expect((await t.incident()).severity).toBe('high');
    await t.vote(proposal.id, 'cat');
    expect((await t.incident()).severity).toBe('low');
    expect(await t.changes()).toMatchObject([
      {
        decision: 'accepted',
        decided_by: 'user:default/cat',
        decision_reason: 'cat says so',
      },
    ]);
    await t.round();
    expect(await t.states()).toEqual(['pager/1/severity approved']);
  });

  it('stay as they are when the board rejects, unless the centre says otherwise', async () => {
    const t = await setUp(knex);
    await t.edit({ causedBy: 'external' });
    const rejected = await t.theOpen();
    await t.vote(rejected.id, 'bob', 'reject');
    await t.vote(rejected.id, 'cat', 'reject');
    expect((await t.changes())[0].decision).toBe('declined');
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
          openedBy: ANN.ref,
          reason: 'The provider says so.',
          subject,
        },
        t.clock.time + 1,
      ),
    );
    expect(appeal.boardRef).toBe(CENTRE);
    await t.round();
    await t.vote(appeal.id, 'gus');
    await t.vote(appeal.id, 'hal');
    expect((await t.incident()).causedBy).toBe('external');
    await t.work();
    expect((await t.changes()).map(({ decision }) => decision)).toEqual(
      expect.arrayContaining(['declined', 'accepted']),
    );
  });

  it('are not decided by one member alone where two are needed', async () => {
    const t = await setUp(knex);
    await t.edit({ severity: 'low' });
    const { id } = await t.theOpen();
    const [change] = await t.changes();
    const verdict = { decision: 'accepted' as const };
    await expect(
      t.incidents.decide(KEY, change.id, verdict, BOB),
    ).rejects.toThrow(
      `2 members of the board decide about this, not one alone: vote on the proposal ${id}`,
    );
    // What a member says themselves is moved, and counts as their vote.
    await t.edit({ class: 'legal', causedBy: 'external' }, BOB);
    const moved = (await t.rows('open')).filter(
      row => row.opened_by === BOB.ref,
    );
    expect(moved).toHaveLength(2);
    expect(await t.incident()).toMatchObject({ class: 'none' });
    for (const row of moved) {
      await t.vote(row.id, 'cat');
    }
    expect(await t.incident()).toMatchObject({
      class: 'legal',
      causedBy: 'external',
      severity: 'high',
    });
    // What makes it worse is said at once.
    await t.edit({ severity: 'critical' }, BOB);
    expect((await t.incident()).severity).toBe('critical');
  });

  it('are decided by one where one is enough, and the question is closed with it', async () => {
    const t = await setUp(knex, { quorum: 1 });
    await t.edit({ severity: 'low' });
    const [change] = await t.changes();
    await t.incidents.decide(
      KEY,
      change.id,
      { decision: 'accepted', reason: 'So it is.' },
      BOB,
    );
    expect((await t.incident()).severity).toBe('low');
    expect(await t.states()).toEqual(['pager/1/severity approved']);
    expect(await knex('proposal_votes')).toMatchObject([
      { voter_ref: BOB.ref, vote: 'approve', comment: 'So it is.' },
    ]);
    await t.edit({ causedBy: 'external' });
    await t.edit({ causedBy: 'external' }, BOB);
    expect((await t.incident()).causedBy).toBe('external');
    expect(await t.rows('lapsed')).toMatchObject([
      {
        subject: 'pager/1/causedBy',
        outcome_reason: 'the change was accepted on the incident',
      },
    ]);
    await expect(
      t.incidents.decide(KEY, change.id, { decision: 'declined' }, BOB),
    ).rejects.toThrow('is accepted already');
  });

  it('are taken by the owner who receives them, whatever the quorum', async () => {
    const t = await setUp(knex);
    await t.edit({ causedBy: ARTICLES });
    const [change] = await t.changes();
    await t.incidents.decide(
      KEY,
      change.id,
      { decision: 'accepted', reason: 'It was us.' },
      { ref: 'user:default/ben', isBoard: false },
    );
    expect((await t.incident()).causedBy).toBe(ARTICLES);
    expect(await t.states()).toEqual(['pager/1/causedBy approved']);
    const log = await knex('audit_log').orderBy('sequence');
    expect(log.at(-1)).toMatchObject({
      action: 'proposal-approved',
      actor_ref: 'user:default/ben',
    });
    expect((await t.changes())[0].decided_by).toBe('user:default/ben');
  });

  it('are not lightened by votes of those who answer for them', async () => {
    const t = await setUp(knex, { quorum: 1 });
    await t.edit({ causedBy: ARTICLES }, BOB);
    await t.edit({ severity: 'low' });
    const proposal = await t.theOpen();
    const [terms] = await t.desk.termsOf([proposal]);
    expect(terms.alsoConcerned).toEqual([
      expect.objectContaining({ entityRef: ARTICLES }),
    ]);
  });

  it('are asked about as sources wish, one wish of a field at a time', async () => {
    const t = await setUp(knex);
    await t.report({ severity: 'medium' });
    await t.edit({ severity: 'low' });
    await t.round();
    const first = await t.theOpen();
    expect(await t.round()).toBe(0);
    const sourced = (await t.changes()).find(row =>
      row.proposed_by.startsWith('source:'),
    );
    expect(sourced.value).toBe('medium');
    const { content } = first;
    const isOfSource = 'changeId' in content && content.changeId === sourced.id;
    await t.vote(first.id, 'bob', 'reject');
    await t.vote(first.id, 'cat', 'reject');
    t.clock.time += 1_000;
    await t.round();
    const second = await t.theOpen();
    expect(second.content).toMatchObject({ to: isOfSource ? 'low' : 'medium' });
    // The source no longer says so, or the owner takes it back.
    if (isOfSource) {
      await knex.transaction(trx =>
        t.desk.end(
          trx,
          second.id,
          { state: 'withdrawn', by: ANN.ref },
          t.clock.time,
        ),
      );
    } else {
      await t.report({ severity: 'high' });
    }
    await t.round();
    expect(await t.rows('open')).toEqual([]);
    expect((await t.changes()).map(({ decision }) => decision).sort()).toEqual([
      'declined',
      'withdrawn',
    ]);
    expect((await t.incident()).severity).toBe('high');
  });

  it('are not asked about when they or their entity are gone', async () => {
    const t = await setUp(knex);
    await t.edit({ severity: 'low' });
    await knex('incidents').delete();
    await t.round();
    expect((await t.rows())[0]).toMatchObject({
      state: 'lapsed',
      outcome_reason: 'the incident is no longer kept',
    });
    await t.report();
    await t.edit({ causedBy: 'external' });
    await t.index.deleteEntities([CHECKOUT], t.clock.time);
    await t.round();
    const reasons = (await t.rows('lapsed')).map(row => row.outcome_reason);
    expect(reasons).toContain('the entity is no longer in scope');
  });
});
