import { mockServices } from '@backstage/backend-test-utils';
import type { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import type { Knex } from 'knex';
import { applyMigrations } from '../../database';
import { loadPolicy } from '../../scorecards';
import type { Announcement } from '../Announcement';
import { Announcer } from '../Announcer';
import { NoticeSender, NoticesStore } from '../notices';
import { Outbox } from '../Outbox';
import { OutboxQueue } from '../OutboxQueue';
import { Publisher } from '../Publisher';
import { NOW } from './announcement';

/** Everything that tells others, without its loops, and others who may refuse to listen. */
export async function setUpAnnouncements(knex: Knex) {
  await applyMigrations(mockServices.database.mock(), knex);
  const clock = { time: NOW, now: async () => clock.time };
  const logger = mockServices.logger.mock();
  const policy = await loadPolicy([]);
  /** Whether somebody refuses: a topic, a channel of signals, or a recipient. */
  const refusing = { test: (_: string): boolean | string => false };
  const listen = (to: string) => {
    const refused = refusing.test(to);
    if (refused) {
      throw new Error(typeof refused === 'string' ? refused : `${to} refuses`);
    }
  };
  const events: { topic: string; eventPayload: any }[] = [];
  const signals: { channel: string; message: any }[] = [];
  const notifications: NotificationSendOptions[] = [];
  const counted: Record<string, number> = {};
  const count = (channel: string, outcome: string) => {
    const key = `${channel} ${outcome}`;
    counted[key] = (counted[key] ?? 0) + 1;
  };
  const outbox = Outbox.create({ knex });

  /** As another process would have it. */
  const replica = () => {
    const store = NoticesStore.create({ knex });
    const queue = OutboxQueue.create({ clock, knex, notices: store });
    return {
      announcer: Announcer.create({
        count,
        logger,
        onNotices: () => {},
        policy,
        publisher: Publisher.create({
          events: {
            publish: async params => {
              listen(params.topic);
              events.push(params as any);
            },
          },
          signals: {
            publish: async signal => {
              listen(signal.channel);
              signals.push(signal);
            },
          },
        }),
        queue,
      }),
      queue,
      sender: NoticeSender.create({
        clock,
        count,
        logger,
        notifications: {
          send: async options => {
            listen((options.recipients as any).entityRef);
            notifications.push(options);
          },
        },
        store,
      }),
      store,
    };
  };
  const first = replica();
  return {
    ...first,
    clock,
    counted,
    events,
    logger,
    notifications,
    outbox,
    replica,
    signals,
    put: (...announcements: Announcement[]) =>
      knex.transaction(trx => outbox.put(trx, announcements, clock.time)),
    refuse: (test: (to: string) => boolean | string) => {
      refusing.test = test;
    },
    /** Tells all that is due. */
    async tell({ announcer, sender } = first) {
      while ((await announcer.work()) > 0);
      while ((await sender.work()) > 0);
    },
    /** Recipient and title of each notification. */
    told: () =>
      notifications.map(({ payload, recipients }) => [
        (recipients as any).entityRef,
        payload.title,
      ]),
  };
}
