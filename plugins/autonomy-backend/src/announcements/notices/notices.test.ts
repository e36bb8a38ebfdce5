import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { DefaultNotificationService } from '@backstage/plugin-notifications-node';
import type { Knex } from 'knex';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  announcement,
  BOARD,
  DEMOTED,
  event,
  NOW,
  OWNER,
  PROMOTED,
} from '../__testUtils__/announcement';
import { setUpAnnouncements } from '../__testUtils__/setUpAnnouncements';
import { NoticeSender } from './NoticeSender';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const EMPTY = { pending: 0, quarantined: 0 };
const databases = TestDatabases.create();
jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())('notices on %s', databaseId => {
  let knex: Knex;
  let at: Awaited<ReturnType<typeof setUpAnnouncements>>;
  beforeEach(async () => {
    knex = await databases.init(databaseId);
    at = await setUpAnnouncements(knex);
  });
  afterEach(async () => {
    await knex.destroy();
  });

  const unowned = { boardRef: undefined };
  /** One service after the other, all of one owner. */
  const demoted = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, i) =>
      announcement(`a${from + i}`, [DEMOTED], {
        ...unowned,
        name: `service-${from + i}`,
      }),
    );
  const titles = () => at.told().map(([, title]) => title);

  it('become a digest where there are many at once', async () => {
    const breached = event('guardrail-changed', {
      checkId: 'no-critical-vulnerabilities',
      from: 'ok',
      to: 'breached',
      cause: 'policy',
    });
    await at.put(
      ...demoted(0, 6),
      announcement('b', [breached], { ...unowned, name: 'service-0' }),
      announcement('c', [PROMOTED], { name: 'cart', title: 'Cart' }),
    );
    await at.tell();
    expect(at.told().sort()).toEqual([
      [BOARD, 'Cart: rose to level 3'],
      [OWNER, '7 services changed'],
    ]);
    const digest = at.notifications.find(
      ({ payload }) => payload.topic === 'digests',
    );
    expect(digest!.payload).toEqual({
      title: '7 services changed',
      description: expect.stringMatching(
        /^Fell to a lower level: 6 \(service-\d, service-\d, service-\d and 3 more\)\. Guardrail breached: 1 \(service-0\)\. Rose to a higher level: 1 \(Cart\)\.$/,
      ),
      link: '/autonomy',
      severity: 'high',
      topic: 'digests',
      scope: `digest ${NOW}`,
    });
    expect(await at.outbox.state()).toEqual(EMPTY);
  });

  it('say in a digest of one kind what it is, and that it was the policy', async () => {
    const byPolicy = demoted(0, 6).map(each => ({
      ...each,
      events: [{ ...DEMOTED, cause: 'policy' as const }],
    }));
    byPolicy[0].entity.entityRef = 'system:default/shop';
    await at.put(...byPolicy);
    await at.tell();
    expect(at.notifications[0].payload).toMatchObject({
      title: 'Fell to a lower level: 6 entities',
      description: expect.stringMatching(/ Cause: a new policy\.$/),
    });
  });

  it('do not flood where they come one after the other', async () => {
    for (let count = 0; count < 40; count++) {
      await at.put(...demoted(count, count + 1));
      await at.tell();
      at.clock.time += 1_000;
    }
    expect(titles()).toHaveLength(5);
    expect(await at.outbox.state()).toMatchObject({ pending: 35 });
    at.clock.time = NOW + 5 * MINUTE;
    await at.tell();
    expect(titles()).toHaveLength(6);
    expect(titles()[5]).toBe('Fell to a lower level: 35 services');

    // Right after a digest nothing; after a while single ones again.
    await at.put(...demoted(40, 41));
    await at.tell();
    expect(titles()).toHaveLength(6);
    at.clock.time += 5 * MINUTE;
    await at.tell();
    expect(titles()[6]).toBe('service-40: fell to level 2');
    expect(await at.outbox.state()).toEqual(EMPTY);
  });

  it('are of one recipient tried again and given up, and keep no other waiting', async () => {
    at.refuse(to => to === OWNER);
    await at.put(announcement('a', [DEMOTED]));
    await at.tell();
    expect(at.told()).toEqual([[BOARD, 'checkout: fell to level 2']]);
    expect(await at.outbox.state()).toMatchObject({ pending: 1 });
    expect(
      await knex('notice_recipients').where('recipient_ref', OWNER).first(),
    ).toMatchObject({ attempts: 1, reason: `${OWNER} refuses`, ticket: null });
    for (let hours = 0; hours < 12; hours++) {
      at.clock.time += HOUR;
      await at.tell();
    }
    expect(at.counted).toMatchObject({
      'notifications failed': 10,
      'notifications sent': 1,
    });
    expect(await at.outbox.state()).toEqual({ pending: 0, quarantined: 1 });
    expect(await knex('notices').first()).toMatchObject({
      recipient_ref: OWNER,
      reason: `${OWNER} refuses`,
    });

    at.refuse(() => false);
    await at.put(announcement('b', [PROMOTED]));
    await at.tell();
    expect(at.told()).toContainEqual([OWNER, 'checkout: rose to level 3']);
  });

  it('that were sent stay sent where another one is refused', async () => {
    const { sender, store } = at.replica();
    const notice = (id: string) => ({
      announcementId: id,
      recipientRef: OWNER,
      entityRef: 'component:default/checkout',
      summary: {} as any,
      payload: { title: id },
    });
    await knex.transaction(trx =>
      store.add(trx, ['a', 'bad', 'c'].map(notice), NOW),
    );
    let refused = 0;
    at.refuse(() => {
      refused += 1;
      return refused === 2 && 'not this one';
    });
    await sender.work();
    expect(titles()).toEqual(['a', 'c']);
    at.clock.time += HOUR;
    await sender.work();
    expect(titles()).toEqual(['a', 'c', 'bad']);
  });

  it('are sent once by processes that meet, and by one that was held up not taken away', async () => {
    await at.put(
      announcement('a', [DEMOTED]),
      announcement('b', [PROMOTED], { name: 'cart' }),
    );
    await at.announcer.work();
    const replicas = [at.replica(), at.replica()];
    await Promise.all(replicas.map(({ sender }) => sender.work()));
    expect(at.told()).toHaveLength(4);

    await at.put(announcement('c', [DEMOTED], unowned));
    await at.announcer.work();
    const [zombie] = await at.store.take(at.clock.time, 10);
    // What is added meanwhile is found by whoever has the recipient.
    await at.put(announcement('d', [PROMOTED], unowned));
    await at.announcer.work();
    at.clock.time += 30_000;
    const [heir] = await replicas[0].store.take(at.clock.time, 10);
    const settle = (recipient: typeof zombie) =>
      at.store.settle(
        {
          recipient,
          told: ['c'],
          givenUp: [],
          changes: { attempts: 0, reason: null, sent: 1, window_from: NOW },
          until: at.clock.time,
        },
        at.clock.time,
      );
    await settle(zombie);
    expect(await at.outbox.state()).toMatchObject({ pending: 2 });
    await settle(heir);
    expect(await at.outbox.state()).toMatchObject({ pending: 1 });
    await at.tell();
    expect(titles().at(-1)).toBe('checkout: rose to level 3');
    expect(await at.outbox.state()).toEqual(EMPTY);
  });

  it('vanish where the host has no notifications', async () => {
    const host = createServer((_, response) => {
      response.statusCode = 404;
      response.end();
    });
    await new Promise<void>(resolve => host.listen(0, '127.0.0.1', resolve));
    const { port } = host.address() as AddressInfo;
    const { store } = at;
    const sender = NoticeSender.create({
      clock: at.clock,
      count: (channel, outcome) => {
        at.counted[`${channel} ${outcome}`] = 1;
      },
      logger: at.logger,
      notifications: DefaultNotificationService.create({
        auth: mockServices.auth(),
        discovery: mockServices.discovery.mock({
          getBaseUrl: async () => `http://127.0.0.1:${port}/api/notifications`,
        }),
      }),
      store,
    });
    await at.put(announcement('a', [DEMOTED]));
    await at.tell({ ...at, sender });
    host.close();
    expect(at.counted).toMatchObject({ 'notifications absent': 1 });
    expect(at.events).toHaveLength(1);
    expect(await at.outbox.state()).toEqual(EMPTY);
    expect(at.logger.info).toHaveBeenCalledTimes(1);
    expect(at.logger.warn).not.toHaveBeenCalled();
  });
});
