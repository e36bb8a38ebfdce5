import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import type { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import { applyMigrations, DatabaseClock } from '../database';
import { loadPolicy } from '../scorecards';
import { announcement, DEMOTED, OWNER } from './__testUtils__/announcement';
import { createAnnouncements } from './createAnnouncements';

const databases = TestDatabases.create();
jest.setTimeout(60_000);

it.each(databases.eachSupportedId())(
  'what is written while it runs goes out by itself on %s',
  async databaseId => {
    const knex = await databases.init(databaseId);
    await applyMigrations(mockServices.database.mock(), knex);
    const clock = DatabaseClock.create({ knex });
    const add = jest.fn();
    const metrics = metricsServiceMock.mock({ createCounter: () => ({ add }) });
    const events = mockServices.events.mock();
    const signals = { publish: jest.fn() };
    let sent: (options: NotificationSendOptions) => void;
    const notified = new Promise<NotificationSendOptions>(resolve => {
      sent = resolve;
    });
    const { outbox, start, stop } = createAnnouncements({
      clock,
      events,
      knex,
      logger: mockServices.logger.mock(),
      metrics,
      notifications: { send: async options => sent(options) },
      policy: await loadPolicy([]),
      signals,
    });
    start();
    const told = announcement('a', [DEMOTED], { boardRef: undefined });
    const now = await clock.now();
    await knex.transaction(trx => outbox.put(trx, [told], now));
    expect(await notified).toMatchObject({
      recipients: { type: 'entity', entityRef: OWNER },
      payload: { title: 'checkout: fell to level 2' },
    });
    await stop();
    expect(events.publish).toHaveBeenCalledTimes(1);
    expect(signals.publish).toHaveBeenCalledTimes(1);
    expect(add.mock.calls.map(([, attributes]) => attributes)).toEqual([
      { channel: 'events', outcome: 'sent' },
      { channel: 'signals', outcome: 'sent' },
      { channel: 'notifications', outcome: 'sent' },
    ]);
    expect(await outbox.state()).toEqual({ pending: 0, quarantined: 0 });
    await knex.destroy();
  },
);
