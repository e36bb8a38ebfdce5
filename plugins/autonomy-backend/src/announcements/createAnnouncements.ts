import type { CompiledPolicy } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import type { EventsService } from '@backstage/plugin-events-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { SignalsService } from '@backstage/plugin-signals-node';
import type { Knex } from 'knex';
import { ClaimWorker, type Clock } from '../database';
import { Announcer } from './Announcer';
import type { CountSent } from './CountSent';
import { NoticeSender, NoticesStore } from './notices';
import { Outbox } from './Outbox';
import { OutboxQueue } from './OutboxQueue';
import { Publisher } from './Publisher';
import { LEASE_MS } from './retrying';

/**
 * What changed, on its way to those who want to know.
 *
 * @internal
 */
export interface Announcements {
  outbox: Outbox;
  start(): void;
  /** Lets what is under way finish. */
  stop(): Promise<void>;
}

/**
 * Puts together what tells others of changes.
 *
 * @param options - `policy` gives the words for what it names by ids
 * @internal
 */
export function createAnnouncements(options: {
  clock: Clock;
  events: EventsService;
  knex: Knex;
  logger: LoggerService;
  metrics: MetricsService;
  notifications: NotificationService;
  policy: CompiledPolicy;
  signals: SignalsService;
}): Announcements {
  const { knex, logger, metrics } = options;
  const counter = metrics.createCounter('autonomy.announcements.sent', {
    description: 'Events, notifications and signals about changes',
    unit: '{message}',
  });
  const count: CountSent = (channel, outcome) =>
    counter.add(1, { channel, outcome });
  const store = NoticesStore.create({ knex });
  const sender = NoticeSender.create({ ...options, count, store });
  const senders = ClaimWorker.create({
    limit: LEASE_MS,
    logger,
    name: 'notices',
    work: () => sender.work(),
  });
  const announcer = Announcer.create({
    ...options,
    count,
    onNotices: () => senders.wake(),
    publisher: Publisher.create(options),
    queue: OutboxQueue.create({ ...options, notices: store }),
  });
  const announcers = ClaimWorker.create({
    limit: LEASE_MS,
    logger,
    name: 'outbox',
    work: () => announcer.work(),
  });
  const outbox = Outbox.create({ knex });
  outbox.onCommitted(() => announcers.wake());
  return {
    outbox,
    start() {
      announcers.start();
      senders.start();
    },
    async stop() {
      await Promise.all([announcers.stop(), senders.stop()]);
    },
  };
}
