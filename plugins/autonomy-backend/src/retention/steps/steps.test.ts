import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { applyMigrations } from '../../database';
import { loadPolicy } from '../../scorecards';
import { periodsOf } from '../RetentionPeriods';
import type { Position } from '../RetentionStep';
import { retentionSteps } from '.';

const databases = TestDatabases.create();
jest.setTimeout(60_000);

const DAY = 86_400_000;
const NOW = Date.parse('2026-06-01T00:00:00Z');
const at = (day: number) => NOW + day * DAY;
const ref = (name: string) => `component:default/${name}`;

describe.each(databases.eachSupportedId())('retention on %s', databaseId => {
  let knex: Knex;
  beforeEach(async () => {
    knex = await databases.init(databaseId);
    await applyMigrations(mockServices.database.mock(), knex);
  });
  afterEach(() => knex.destroy());

  /** Runs one step to its end, some rows at a time. */
  async function run(name: string, limit = 2): Promise<number> {
    const { policy } = await loadPolicy([]);
    const steps = retentionSteps(periodsOf(policy));
    const step = steps.find(each => each.name === name)!;
    let deleted = 0;
    let after: Position | undefined;
    do {
      const request = { after, limit, now: NOW };
      const outcome = await knex.transaction(trx => step.run(trx, request));
      deleted += outcome.deleted;
      after = outcome.next;
    } while (after);
    return deleted;
  }

  /** In scope since a day, evaluated today. */
  async function put(name: string, firstSeen: number, evaluated = 0) {
    await knex('entities').insert({
      entity_ref: ref(name),
      etag: '',
      indexed_as: '',
      kind: 'Component',
      namespace: 'default',
      name,
      definition_length: 0,
      in_scope: true,
      sort_name: name,
      search_text: name,
      metadata: '{}',
      spec: '{}',
      first_seen_at: at(firstSeen),
    });
    await putRecord(name, evaluated);
  }

  async function putRecord(name: string, evaluated: number) {
    await knex('evaluations').insert({
      entity_ref: ref(name),
      evaluated_at: at(evaluated),
      policy_version: '',
      level: 1,
      level_title: '',
      guardrail_status: 'ok',
      guardrail_rank: 1,
      guardrails_breached: 0,
      readiness_gaps: 0,
      accountability: 0,
      body: '{}',
      body_hash: '',
      state: '{}',
      started_at: at(evaluated),
    });
  }

  async function depart(name: string, day: number) {
    await knex('departed_entities').insert({
      entity_ref: ref(name),
      departed_at: at(day),
      first_seen_at: at(day - 1),
    });
    await putRecord(name, day);
  }

  /** Something that a board has rejected. */
  async function propose(name: string) {
    await knex('proposals').insert({
      id: name,
      matter: 'promotion',
      entity_ref: ref(name),
      subject: 'level:3',
      board_ref: 'group:default/board',
      content: '{}',
      evidence: '[]',
      is_request: true,
      opened_at: at(-400),
      state: 'rejected',
      decided_at: at(-390),
      quorum: 1,
    });
    await knex('proposal_votes').insert({
      proposal_id: name,
      voter_ref: 'user:default/bob',
      vote: 'reject',
      comment: 'Not yet',
      cast_at: at(-390),
    });
  }

  const watch = (
    name: string,
    from: number,
    heard: number,
    rest: object = {},
  ) =>
    knex('coverage').insert({
      entity_ref: ref(name),
      source: 'pager',
      from_at: at(from),
      last_heard_at: at(heard),
      recorded_at: at(from),
      content_hash: '',
      ...rest,
    });

  const fail = (id: string, name: string, day: number, rest: object = {}) =>
    knex('incidents').insert({
      source: 'pager',
      incident_id: id,
      entity_ref: ref(name),
      title: '',
      severity: 'low',
      areas: '[]',
      started_at: at(day),
      resolved_at: at(day),
      irreversible: false,
      recorded_at: at(day),
      updated_at: at(day),
      occurred_at: at(day),
      content_hash: '',
      ...rest,
    });

  const deploy = (id: string, name: string, day: number, rest: object = {}) =>
    knex('deployments').insert({
      source: 'ci',
      deployment_id: id,
      entity_ref: ref(name),
      status: 'succeeded',
      area: 'deployment',
      finished_at: at(day),
      recorded_at: at(day),
      content_hash: '',
      ...rest,
    });

  const ids = async (table: string, column: string) =>
    (await knex(table).select(column)).map(row => row[column]).sort();

  it('forgets incidents that are too old at the end of the last coverage', async () => {
    await put('watched', -900);
    await watch('watched', -900, -1);
    await put('unwatched', -900);
    await watch('unwatched', -900, -100);
    await put('never', -20);
    await put('followed', -900);
    await watch('followed', -900, -900, { follows_source: true });
    await knex('incident_sources').insert({
      source: 'pager',
      last_heard_at: at(-1),
    });
    await put('asleep', -900, -50);
    await watch('asleep', -900, -1);
    for (const day of [-390, -397, -430, -450, -500]) {
      await fail(`watched${day}`, 'watched', day);
      await fail(`unwatched${day}`, 'unwatched', day);
      await fail(`never${day}`, 'never', day);
      await fail(`followed${day}`, 'followed', day);
      await fail(`asleep${day}`, 'asleep', day);
      await fail(`unknown${day}`, 'unknown', day, { resolved_at: null });
    }
    expect(await run('incidents')).toBe(18);
    expect(await ids('incidents', 'incident_id')).toEqual([
      'asleep-390',
      'asleep-397',
      'asleep-430',
      'followed-390',
      'never-390',
      'never-397',
      'unknown-390',
      'unwatched-390',
      'unwatched-397',
      'unwatched-430',
      'unwatched-450',
      'watched-390',
    ]);
  });

  it('keeps incidents that are open, were heard of lately or are named', async () => {
    await put('a', -900);
    await watch('a', -900, -1);
    await put('b', -900);
    await watch('b', -900, -100);
    await fail('old', 'a', -450);
    await fail('open', 'a', -450, { resolved_at: null });
    await fail('told', 'a', -450, { recorded_at: at(-9), updated_at: null });
    await fail('classified', 'a', -450, { classified_at: at(-9) });
    await fail('caused', 'a', -450, { caused_by: ref('b') });
    await fail('external', 'a', -450, { caused_by: 'external' });
    await fail('felt', 'a', -450, { affected: JSON.stringify([ref('b')]) });
    await fail('named', 'a', -450);
    await deploy('1', 'a', -9, { incident_id: 'named' });
    // Merged ones stay together, in a chain as well.
    await fail('end', 'a', -9, { merged_into: 'middle' });
    await fail('middle', 'a', -450, { merged_into: 'start' });
    await fail('start', 'a', -450);
    await fail('part', 'a', -451, { merged_into: 'start' });
    await fail('old-part', 'a', -450, { merged_into: 'old' });
    await fail('lost-part', 'a', -450, { merged_into: 'gone' });
    expect(await run('incidents')).toBe(4);
    expect(await ids('incidents', 'incident_id')).toEqual(
      [
        'open',
        'told',
        'classified',
        'caused',
        'felt',
        'named',
        'end',
        'middle',
        'start',
        'part',
      ].sort(),
    );
  });

  it('forgets proposals with their incident', async () => {
    await fail('1', 'a', -1);
    await knex('incident_proposals').insert(
      ['1', '2', '3'].map(id => ({
        id,
        source: 'pager',
        incident_id: id,
        field: 'class',
        value: 'none',
        proposed_by: 'user:default/x',
        proposed_at: at(-500),
      })),
    );
    expect(await run('incident-proposals')).toBe(2);
    expect(await ids('incident_proposals', 'id')).toEqual(['1']);
  });

  it('forgets old deployments, unless they were reported lately', async () => {
    for (const day of [-1, -394, -395, -396, -397, -398]) {
      await deploy(`${day}`, 'a', day);
    }
    await deploy('late', 'a', -500, { recorded_at: at(-300) });
    expect(await run('deployments')).toBe(3);
    expect(await ids('deployments', 'deployment_id')).toEqual(
      ['-1', '-394', '-395', 'late'].sort(),
    );
  });

  it('keeps deployments that windows reach from where a record resumes', async () => {
    await put('asleep', -900, -50);
    await depart('away', -100);
    for (const day of [-394, -440, -450, -490, -500]) {
      await deploy(`asleep ${day}`, 'asleep', day);
      await deploy(`away ${day}`, 'away', day);
    }
    expect(await run('deployments')).toBe(4);
    expect(await ids('deployments', 'deployment_id')).toEqual(
      [
        ...['asleep -394', 'asleep -440'],
        ...['away -394', 'away -440', 'away -450', 'away -490'],
      ].sort(),
    );
  });

  it('reaches back to the window of the last known failure rate', async () => {
    const { policy } = await loadPolicy([]);
    const days = (n: number) => n * DAY;
    const { evidence } = periodsOf({
      ...policy,
      deployments: {
        ...policy.deployments,
        lastKnownFor: days(300),
        window: days(90),
      },
    });
    expect(evidence).toBe(days(300 + 90 + 30));
    expect(periodsOf(policy).evidence).toBe(days(365 + 30));
  });

  it('keeps what it cannot judge, and judges all the rest', async () => {
    for (let n = 0; n < 9; n++) {
      await fail(`${n}`, 'unknown', -450 + n);
    }
    await fail('whole', 'unknown', -460);
    await fail('part', 'unknown', -460, { merged_into: 'whole' });
    const incident = (id: string) => knex('incidents').where('incident_id', id);
    await incident('3').update({ affected: '["component:' });
    await incident('part').update({ affected: '[' });

    const { policy } = await loadPolicy([]);
    const [incidents] = retentionSteps(periodsOf(policy)).filter(
      each => each.name === 'incidents',
    );
    const outcome = await knex.transaction(trx =>
      incidents.run(trx, { limit: 100, now: NOW }),
    );
    expect(outcome.deleted).toBe(8);
    expect(outcome.odd).toEqual([
      { at: [at(-460), 'pager', 'part'], error: expect.any(SyntaxError) },
      { at: [at(-460), 'pager', 'whole'], error: expect.any(SyntaxError) },
      { at: [at(-447), 'pager', '3'], error: expect.any(SyntaxError) },
    ]);
    expect(await ids('incidents', 'incident_id')).toEqual([
      '3',
      'part',
      'whole',
    ]);

    // What is no row's fault is no reason to go on.
    await knex.schema.dropTable('departed_entities');
    await expect(run('incidents')).rejects.toThrow('departed_entities');
  });

  it('keeps the last stretch of each source', async () => {
    await put('a', -1_500);
    await watch('a', -1_400, -1_300);
    await watch('a', -1_200, -1_100, { to_at: at(-1_100) });
    await watch('a', -1_000, -500);
    await watch('a', -900, -300);
    await watch('a', -1_400, -1_300, { source: 'other' });
    await watch('unknown', -600, -500);
    await watch('unknown', -600, -300, { source: 'other' });
    await put('b', -1_500);
    await watch('b', -1_400, -1_300, { follows_source: true });
    await watch('b', -1_000, -1);
    expect(await run('coverage')).toBe(3);
    const rows = await knex('coverage').orderBy(['entity_ref', 'from_at']);
    expect(
      rows.map(row => `${row.source} ${(Number(row.from_at) - NOW) / DAY}`),
    ).toEqual([
      'other -1400',
      'pager -1000',
      'pager -900',
      'pager -1400',
      'pager -1000',
      'other -600',
    ]);
  });

  it('forgets facts about what the catalog never had', async () => {
    await put('a', -900);
    await depart('b', -300);
    for (const [name, day] of [
      ['a', -500],
      ['b', -500],
      ['unknown', -500],
      ['misspelt', -500],
      ['early', -390],
    ] as const) {
      await knex('facts').insert({
        entity_ref: ref(name),
        collector: 'slo',
        document: '{}',
        collected_at: at(day),
        ttl: DAY,
        recorded_at: at(day),
        content_hash: '',
        since: at(day),
      });
    }
    expect(await run('facts')).toBe(2);
    expect(await ids('facts', 'entity_ref')).toEqual(
      [ref('a'), ref('b'), ref('early')].sort(),
    );
  });

  it('forgets versions of facts that no evaluation asks for', async () => {
    await put('a', -900);
    await depart('b', -300);
    const versions = [
      ['a', -394, 1],
      ['a', -396, 1],
      ['a', -600, 301],
      ['a', -610, 301],
      ['b', -600, 1],
      ['b', -700, 1],
      ['unknown', -400, 1],
    ] as const;
    await knex('fact_history').insert(
      versions.map(([name, day, ttl]) => ({
        entity_ref: ref(name),
        collector: 'slo',
        since: at(day - 1),
        collected_at: at(day),
        ttl: ttl * DAY,
        document: '{}',
        content_hash: '',
      })),
    );
    expect(await run('fact-history')).toBe(4);
    const rows = await knex('fact_history').orderBy('collected_at');
    expect(rows.map(row => (Number(row.collected_at) - NOW) / DAY)).toEqual([
      -600, -600, -394,
    ]);
  });

  it('forgets words of owners that were replaced', async () => {
    await put('a', -900);
    const words = [
      ['a', 'x', 1, -900],
      ['a', 'x', 2, -800],
      ['a', 'x', 3, -500],
      ['a', 'x', 4, -100],
      ['a', 'y', 1, -900],
      ['unknown', 'x', 1, -900],
    ] as const;
    await knex('attestations').insert(
      words.map(([name, check, sequence, day]) => ({
        id: `${name} ${check} ${sequence}`,
        entity_ref: ref(name),
        check_id: check,
        sequence,
        answer: 'yes',
        attested_by: 'user:default/x',
        owner_ref: 'group:default/x',
        recorded_at: at(day),
        expires_at: at(day + 90),
      })),
    );
    expect(await run('attestations')).toBe(3);
    expect(await ids('attestations', 'id')).toEqual([
      'a x 3',
      'a x 4',
      'a y 1',
    ]);
  });

  it('forgets deliveries that are done, and those that nobody looked at', async () => {
    const deliveries = [
      ['done', -36, -36, null],
      ['again', -37, -36, null],
      ['recent', -34, -34, null],
      ['waiting', -50, null, null],
      ['aside', -364, null, -364],
      ['forgotten', -366, null, -366],
    ] as const;
    await knex('incident_inbox').insert(
      deliveries.map(([id, received, done, quarantined]) => ({
        id,
        source: 'pager',
        body: Buffer.from('{}'),
        body_hash: '',
        received_at: at(received),
        done_at: done && at(done),
        quarantined_at: quarantined && at(quarantined),
      })),
    );
    expect(await run('incident-inbox')).toBe(2);
    expect(await run('incident-quarantine')).toBe(1);
    expect(await ids('incident_inbox', 'id')).toEqual(
      ['recent', 'waiting', 'aside'].sort(),
    );
  });

  it('forgets everything about who left long ago', async () => {
    await depart('long', -365);
    await depart('lately', -364);
    await watch('long', -400, -1);
    await watch('lately', -400, -1);
    for (let n = 0; n < 5; n++) {
      await deploy(`${n}`, 'long', -n);
      await deploy(`lately ${n}`, 'lately', -n);
    }
    for (const name of ['long', 'lately']) {
      await propose(name);
    }
    expect(await run('departed-entities')).toBe(9);
    expect(await ids('proposals', 'id')).toEqual(['lately']);
    expect(await ids('proposal_votes', 'proposal_id')).toEqual(['lately']);
    expect(await ids('departed_entities', 'entity_ref')).toEqual([
      ref('lately'),
    ]);
    expect(await ids('evaluations', 'entity_ref')).toEqual([ref('lately')]);
    expect(await ids('coverage', 'entity_ref')).toEqual([ref('lately')]);
    expect(await knex('deployments')).toHaveLength(5);
    expect(await run('departed-entities')).toBe(0);
  });

  // Elsewhere nobody else can be writing.
  if (databaseId.startsWith('POSTGRES')) {
    it('remembers who left as long as something of theirs is being written', async () => {
      await depart('held', -400);
      await depart('long', -400);
      await watch('held', -500, -450);
      const writer = await knex.transaction();
      await writer('evaluations').where('entity_ref', ref('held')).forUpdate();
      expect(await run('departed-entities')).toBe(3);
      await writer.commit();
      expect(await ids('evaluations', 'entity_ref')).toEqual([ref('held')]);
      expect(await ids('departed_entities', 'entity_ref')).toEqual([
        ref('held'),
      ]);
      expect(await run('departed-entities')).toBe(2);
      expect(await knex('evaluations')).toEqual([]);
      expect(await knex('departed_entities')).toEqual([]);
    });
  }
});
