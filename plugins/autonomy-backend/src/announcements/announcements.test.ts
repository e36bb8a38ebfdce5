import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import {
  announcement,
  BOARD,
  DEMOTED,
  event,
  NOW,
  OWNER,
  PROMOTED,
} from './__testUtils__/announcement';
import { setUpAnnouncements } from './__testUtils__/setUpAnnouncements';
import { OUTBOX_TABLE } from './OutboxRow';

const HOUR = 3_600_000;
const TOPIC = 'autonomy.level-changed';
const CHANNEL = 'autonomy:entity:component:default/checkout';
const EMPTY = { pending: 0, quarantined: 0 };
const databases = TestDatabases.create();
jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())(
  'announcements on %s',
  databaseId => {
    let knex: Knex;
    let at: Awaited<ReturnType<typeof setUpAnnouncements>>;
    beforeEach(async () => {
      knex = await databases.init(databaseId);
      at = await setUpAnnouncements(knex);
    });
    afterEach(async () => {
      await knex.destroy();
    });

    const ids = () => at.events.map(({ eventPayload }) => eventPayload.id);

    it('are written with their transaction, and without it not', async () => {
      let awake = 0;
      at.outbox.onCommitted(() => {
        awake += 1;
      });
      const failing = knex.transaction(async trx => {
        await at.outbox.put(trx, [announcement('a', [DEMOTED])], NOW);
        throw new Error('rolled back');
      });
      await expect(failing).rejects.toThrow('rolled back');
      expect(await at.outbox.state()).toEqual(EMPTY);
      expect(awake).toBe(0);

      const many = Array.from({ length: 600 }, (_, i) =>
        announcement(`a${i}`, [], { name: `service-${i}` }),
      );
      await knex.transaction(async trx => {
        await at.outbox.put(trx, many, NOW);
        await at.outbox.put(trx, [], NOW);
        expect(awake).toBe(0);
      });
      expect(awake).toBe(1);
      expect(await at.outbox.state()).toEqual({
        pending: 600,
        oldestPendingAt: NOW,
        quarantined: 0,
      });
      await at.tell();
      expect(at.signals).toHaveLength(600);
      expect(await at.outbox.state()).toEqual(EMPTY);
    });

    it('reach everybody once: events, people, open pages', async () => {
      const right = event('right-changed', {
        area: 'security',
        from: 3,
        to: 2,
      });
      await at.put(
        announcement('a', [DEMOTED, right], {
          domainRef: 'domain:default/shop',
        }),
      );
      await at.tell();
      await at.tell();
      const payload = {
        version: 1,
        entityRef: 'component:default/checkout',
        ownerRef: OWNER,
        boardRef: BOARD,
        domainRef: 'domain:default/shop',
        policyVersion: 'v1',
      };
      expect(at.events).toEqual([
        {
          topic: TOPIC,
          eventPayload: { ...payload, id: 'a/0', event: DEMOTED },
        },
        {
          topic: 'autonomy.right-changed',
          eventPayload: { ...payload, id: 'a/1', event: right },
        },
      ]);
      expect(at.signals).toEqual([
        {
          recipients: { type: 'broadcast' },
          channel: CHANNEL,
          message: { evaluatedAt: NOW },
        },
      ]);
      expect(at.told().sort()).toEqual([
        [BOARD, 'checkout: fell to level 2'],
        [OWNER, 'checkout: fell to level 2, and 1 more'],
      ]);
      expect(at.counted).toEqual({
        'events sent': 2,
        'notifications sent': 2,
        'signals sent': 1,
      });
      expect(await at.outbox.state()).toEqual(EMPTY);
    });

    it('name no person, and need neither owner nor board', async () => {
      await at.put(
        announcement('a', [DEMOTED], { ownerRef: 'user:default/robin' }),
        announcement('b', [DEMOTED], {
          name: 'orphan',
          ownerRef: undefined,
          boardRef: undefined,
        }),
      );
      await at.tell();
      expect(JSON.stringify([at.events, at.signals])).not.toContain('robin');
      expect(at.events).toHaveLength(2);
      expect(
        at
          .told()
          .map(([ref]) => ref)
          .sort(),
      ).toEqual([BOARD, 'user:default/robin']);
    });

    it('go out whatever an entity is called', async () => {
      const title = `\u0000<b>\r\n${'x'.repeat(10_000)}`;
      await at.put(announcement('a', [DEMOTED], { title }));
      await at.tell();
      expect(at.told()).toContainEqual([
        OWNER,
        `‹b› ${'x'.repeat(75)}…: fell to level 2`,
      ]);
      expect(await at.outbox.state()).toEqual(EMPTY);
    });

    it('repeat only what is open', async () => {
      await at.put(
        announcement('a', [DEMOTED, event('readiness-changed', {})]),
      );
      at.refuse(to => to === 'autonomy.readiness-changed');
      await at.tell();
      expect(ids()).toEqual(['a/0']);
      expect(at.signals).toHaveLength(1);
      expect(at.notifications).toHaveLength(2);
      expect(await at.outbox.state()).toMatchObject({ pending: 1 });
      expect(await knex(OUTBOX_TABLE).first()).toMatchObject({
        reason: 'events: autonomy.readiness-changed refuses',
        told: 'event/0 signal notices',
        ticket: null,
      });

      at.refuse(to => to === CHANNEL);
      await at.tell();
      expect(ids()).toEqual(['a/0']);
      at.clock.time += HOUR;
      await at.tell();
      expect(ids()).toEqual(['a/0', 'a/1']);
      expect(at.signals).toHaveLength(1);
      expect(at.notifications).toHaveLength(2);
      expect(await at.outbox.state()).toEqual(EMPTY);
    });

    it('are given up in the end, and keep nobody else waiting', async () => {
      await at.put(
        announcement('a', [DEMOTED]),
        announcement('b', [PROMOTED], { name: 'cart' }),
      );
      await knex(OUTBOX_TABLE).insert({
        id: 'garbled',
        entity_ref: 'component:default/x',
        created_at: NOW,
        due_at: NOW,
        announcement: '{',
      });
      at.refuse(to => to === CHANNEL);
      await at.tell();
      expect(ids().sort()).toEqual(['a/0', 'b/0']);
      expect(await at.outbox.state()).toMatchObject({ pending: 2 });
      const attempts = [];
      for (let hours = 0; hours < 10; hours++) {
        at.clock.time += HOUR;
        attempts.push(await at.announcer.work());
      }
      expect(attempts).toEqual([2, 2, 2, 2, 2, 2, 2, 2, 2, 0]);
      expect(ids()).toHaveLength(2);
      expect(await at.outbox.state()).toEqual({ pending: 0, quarantined: 2 });
      const rows = await knex(OUTBOX_TABLE).orderBy('id');
      expect(rows.map(({ reason }) => reason)).toEqual([
        `signals: ${CHANNEL} refuses`,
        expect.stringContaining('JSON'),
      ]);
    });

    it('are of one entity told in order, and wait for an earlier one', async () => {
      await at.put(announcement('z', [DEMOTED]));
      at.clock.time += 1;
      await at.put(
        announcement('a', [PROMOTED]),
        announcement('other', [], { name: 'cart' }),
      );
      at.refuse(to => to === TOPIC);
      await at.tell();
      // The other one failed only once, and never came to its turn.
      expect(
        await knex(OUTBOX_TABLE).orderBy('id').select('id', 'attempts'),
      ).toEqual([
        { id: 'a', attempts: 0 },
        { id: 'z', attempts: 1 },
      ]);
      expect(at.signals).toHaveLength(2);
      at.refuse(() => false);
      at.clock.time += HOUR;
      await at.tell();
      expect(ids()).toEqual(['z/0', 'a/0']);
      expect(await at.outbox.state()).toEqual(EMPTY);
    });

    it('do not overtake what another process has in hand', async () => {
      await at.put(announcement('z', [DEMOTED]));
      const { turns } = await at.replica().queue.take(10);
      expect(turns).toHaveLength(1);
      at.clock.time += 1;
      await at.put(announcement('a', [PROMOTED]));
      expect(await at.announcer.work()).toBe(1);
      expect(ids()).toEqual([]);
      expect(await at.announcer.work()).toBe(0);
      // It died, and its lease is over.
      at.clock.time += 30_000;
      await at.tell();
      expect(ids()).toEqual(['z/0', 'a/0']);
    });

    it('are told once by processes that meet', async () => {
      const many = Array.from({ length: 250 }, (_, i) =>
        announcement(`a${i}`, [DEMOTED], { name: `service-${i % 100}` }),
      );
      for (const each of many) {
        at.clock.time += 1;
        await at.put(each);
      }
      const replicas = [at.replica(), at.replica(), at.replica()];
      for (let looks = 0; looks < 20; looks++) {
        await Promise.all(replicas.map(({ announcer }) => announcer.work()));
        at.clock.time += 1_000;
      }
      expect(ids().sort()).toEqual(many.map(({ id }) => `${id}/0`).sort());
      expect(at.signals).toHaveLength(250);
      for (const name of ['service-0', 'service-49', 'service-99']) {
        const own = ids().filter(id =>
          many.some(each => `${each.id}/0` === id && each.entity.name === name),
        );
        const order = many.filter(each => each.entity.name === name);
        expect(own).toEqual(order.map(({ id }) => `${id}/0`));
      }
      const notices = await knex('notices').count('* as count').first();
      expect(Number(notices!.count)).toBe(500);
    });

    it('are not done with by a process that was held up', async () => {
      await at.put(announcement('a', [DEMOTED]));
      const zombie = await at.queue.take(10);
      at.clock.time += 30_000;
      const heir = at.replica();
      const taken = await heir.queue.take(10);
      expect(taken.taken).toBe(1);
      const outcomeOf = ([[row]]: typeof taken.turns) => ({
        row,
        status: 'done' as const,
        told: [],
        notices: [],
      });
      await at.queue.settle([outcomeOf(zombie.turns)]);
      expect(await at.outbox.state()).toMatchObject({ pending: 1 });
      await heir.queue.settle([outcomeOf(taken.turns)]);
      expect(await at.outbox.state()).toEqual(EMPTY);
    });
  },
);
