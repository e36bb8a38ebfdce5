import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { applyMigrations } from '../../database';
import { loadPolicy } from '../../scorecards';
import { periodsOf } from '../RetentionPeriods';
import type { Position } from '../RetentionStep';
import { plans } from './plans';

const databases = TestDatabases.create();
jest.setTimeout(60_000);

const DAY = 86_400_000;
const NOW = Date.parse('2026-06-01T00:00:00Z');
const at = (day: number) => NOW + day * DAY;
const KNOWN = 'component:default/known';

describe.each(databases.eachSupportedId())('old plans on %s', databaseId => {
  let knex: Knex;
  beforeAll(async () => {
    knex = await databases.init(databaseId);
    await applyMigrations(mockServices.database.mock(), knex);
  });
  afterAll(() => knex.destroy());

  const add = (id: string, opened: number, end: number, rest: object = {}) =>
    knex('plans').insert({
      id,
      entity_ref: 'component:default/unknown',
      title: '',
      reason: '',
      approach: 'targeted-guardrails',
      areas: '[]',
      criteria: '[]',
      incidents: '[]',
      starts_at: at(opened),
      ends_at: at(end),
      review_at: at(end),
      opened_by: 'user:default/ann',
      opened_as: 'team',
      opened_at: at(opened),
      revision: 1,
      updated_at: at(opened),
      ...rest,
    });

  it('are forgotten when no incident can be learnt from any more', async () => {
    const { policy } = await loadPolicy([]);
    const periods = periodsOf(policy);
    const days = periods.evidence / DAY;
    await knex('entities').insert({
      entity_ref: KNOWN,
      etag: '',
      indexed_as: '',
      kind: 'Component',
      namespace: 'default',
      name: 'known',
      definition_length: 0,
      in_scope: true,
      sort_name: 'known',
      search_text: 'known',
      metadata: '{}',
      spec: '{}',
      first_seen_at: at(-1_500),
    });
    await add('old', -days - 60, -days - 1);
    await add('ended late', -days - 60, -days + 1);
    await add('extended', -days - 60, -days - 1, {
      extended_to: at(-days + 1),
    });
    await add('lifted late', -days - 60, -days - 1, {
      updated_at: at(-days + 1),
    });
    await add('recent', -10, 20);
    // Nobody watched it since: nothing that happened is forgiven.
    await add('unwatched', -days - 60, -days - 1, { entity_ref: KNOWN });
    await add('long ago', -1_500 - days - 60, -1_500 - days - 1, {
      entity_ref: KNOWN,
    });
    const step = plans(periods);
    let after: Position | undefined;
    do {
      const request = { after, limit: 2, now: NOW };
      after = (await knex.transaction(trx => step.run(trx, request))).next;
    } while (after);
    expect((await knex('plans').pluck('id')).sort()).toEqual([
      'ended late',
      'extended',
      'lifted late',
      'recent',
      'unwatched',
    ]);
  });
});
