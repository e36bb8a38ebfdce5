import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { NoticesStore, Outbox } from '../../announcements';
import { Publisher } from '../../announcements/Publisher';
import { applyMigrations } from '../../database';
import { PublicationTeller, type VersionNews } from './PublicationTeller';

const databases = TestDatabases.create();
jest.setTimeout(60_000);

const NEWS: VersionNews = {
  kind: 'scorecard',
  name: 'guardrails',
  number: 7,
  action: 'publish',
  effectiveFrom: Date.parse('2026-12-01T08:00:00Z'),
  note: 'Backups <b>have</b> to be tested',
};

describe.each(databases.eachSupportedId())(
  'PublicationTeller on %s',
  databaseId => {
    let knex: Knex;
    let teller: PublicationTeller;
    beforeAll(async () => {
      knex = await databases.init(databaseId);
      await applyMigrations(
        mockServices.database.mock({ getClient: async () => knex }),
        knex,
      );
      teller = PublicationTeller.create({
        losers: {
          async *losersOf(id) {
            if (id !== 'tried') {
              return;
            }
            yield {
              ownerRef: 'group:default/team-a',
              entityRefs: [
                'component:default/cart',
                'component:default/search',
              ],
            };
            yield {
              ownerRef: 'group:default/team-b',
              entityRefs: ['component:default/stock'],
            };
          },
        },
        notices: NoticesStore.create({ knex }),
        outbox: Outbox.create({ knex }),
      });
    });
    beforeEach(async () => {
      await knex('notices').delete();
      await knex('outbox').delete();
    });
    afterAll(() => knex.destroy());

    it('tells each owner once by whom, when, why and what', async () => {
      const losers = await teller.losersOf('tried');
      await knex.transaction(trx => teller.tell(trx, NEWS, losers, 5));
      const notices = await knex('notices').orderBy('recipient_ref');
      expect(notices.map(({ recipient_ref: ref }) => ref)).toEqual([
        'group:default/team-a',
        'group:default/team-b',
      ]);
      const { description, title } = JSON.parse(notices[0].payload);
      expect(title).toBe(
        '2 services would lose a right by a change of scorecard guardrails',
      );
      expect(description).toBe(
        'Version 7 of scorecard guardrails holds from 2026-12-01 08:00 UTC. If nothing is mended, these would lose a right when every grace has passed: cart and search. The reason given: Backups ‹b›have‹/b› to be tested',
      );
      const withdrawn = { ...NEWS, action: 'withdraw' as const };
      await knex.transaction(trx => teller.tell(trx, withdrawn, losers, 6));
      const last = await knex('notices').orderBy('created_at', 'desc').first();
      expect(JSON.parse(last.payload).scope).toBe(
        JSON.parse(
          notices.find(each => each.recipient_ref === last.recipient_ref)
            .payload,
        ).scope,
      );
    });

    it('tells plugins by one event that names no person', async () => {
      await knex.transaction(trx => teller.tell(trx, NEWS, [], 5));
      const [row] = await knex('outbox');
      const publish = jest.fn();
      const [delivery, ...more] = Publisher.create({
        events: { publish },
        signals: { publish: jest.fn() },
      }).deliveriesOf(JSON.parse(row.announcement));
      await delivery.send();
      expect(more).toEqual([]);
      expect(publish).toHaveBeenCalledWith({
        topic: 'autonomy.policy-changed',
        eventPayload: {
          version: 1,
          id: 'policy/7/publish',
          action: 'publish',
          document: { kind: 'scorecard', name: 'guardrails' },
          number: 7,
          effectiveFrom: NEWS.effectiveFrom,
          note: NEWS.note,
          at: 5,
        },
      });
    });

    it('tells nobody of what is rolled back, or was not tried', async () => {
      expect(await teller.losersOf(undefined)).toEqual([]);
      const losers = await teller.losersOf('tried');
      await expect(
        knex.transaction(async trx => {
          await teller.tell(trx, NEWS, losers, 5);
          throw new Error('no');
        }),
      ).rejects.toThrow('no');
      expect(await knex('notices')).toEqual([]);
      expect(await knex('outbox')).toEqual([]);
    });
  },
);
