import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { applyMigrations } from '../../database';
import { loadPolicy } from '../../scorecards';
import { periodsOf } from '../RetentionPeriods';
import { departedEntities } from './departedEntities';
import { trustAudits } from './trustAudits';

const databases = TestDatabases.create();
jest.setTimeout(60_000);

const DAY = 86_400_000;
const NOW = 2_000 * DAY;
const at = (day: number) => NOW + day * DAY;
const GONE = 'component:default/gone';

describe.each(databases.eachSupportedId())(
  'trust audits that are kept on %s',
  databaseId => {
    let knex: Knex;
    beforeEach(async () => {
      knex = await databases.init(databaseId);
      await applyMigrations(mockServices.database.mock(), knex);
    });
    afterEach(() => knex.destroy());

    async function put(id: string, lapsesAt: number, rest: object = {}) {
      await knex('trust_audits').insert({
        id,
        entity_ref: `component:default/${id}`,
        board_ref: 'group:default/board',
        quarter: '2026-Q3',
        cause: 'asked',
        opened_at: 0,
        due_at: 0,
        lapses_at: at(lapsesAt),
        state: 'lapsed',
        actions: '[]',
        ...rest,
      });
      await knex('trust_audit_ratings').insert({
        audit_id: id,
        side: 'team',
        rated_by: 'user:default/ann',
        rated_at: 0,
        ratings: '{}',
      });
    }

    it('are those of a year, and those that open another one', async () => {
      const { policy } = await loadPolicy([]);
      const { history } = periodsOf(policy);
      const kept = history / DAY;
      await put('old', -kept - 1);
      await put('young', -kept + 1);
      await put('agreed', -kept - 30, { agreed_at: at(-kept + 1) });
      await put('followed', -kept - 1, { follow_up_at: at(-kept + 1) });
      await put('open', 20, { state: 'rating' });
      const step = trustAudits(periodsOf(policy));
      const { deleted } = await knex.transaction(trx =>
        step.run(trx, { limit: 100, now: NOW }),
      );
      expect(deleted).toBe(1);
      const ids = ['agreed', 'followed', 'open', 'young'];
      expect(await knex('trust_audits').orderBy('id').pluck('id')).toEqual(ids);
      expect(
        await knex('trust_audit_ratings').orderBy('audit_id').pluck('audit_id'),
      ).toEqual(ids);
    });

    it('go with an entity that left, and so do its mismatches', async () => {
      const { policy } = await loadPolicy([]);
      await put('one', 0, { entity_ref: GONE });
      await knex('evaluation_mismatches').insert({
        entity_ref: GONE,
        area: 'budget',
        consequence: 'medium',
        actual: 3,
        source: 'agreed',
        recommended: 1,
        effective: 1,
        difference: 2,
        priority: 2,
        trust: 0.5,
      });
      await knex('departed_entities').insert({
        entity_ref: GONE,
        departed_at: at(-400),
        first_seen_at: 0,
      });
      await knex.transaction(trx =>
        departedEntities(periodsOf(policy)).run(trx, { limit: 100, now: NOW }),
      );
      for (const table of [
        'departed_entities',
        'evaluation_mismatches',
        'trust_audit_ratings',
        'trust_audits',
      ]) {
        expect(await knex(table)).toEqual([]);
      }
    });
  },
);
