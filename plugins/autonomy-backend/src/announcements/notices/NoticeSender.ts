import type { LoggerService } from '@backstage/backend-plugin-api';
import type { NotificationPayload } from '@backstage/plugin-notifications-common';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import { performance } from 'node:perf_hooks';
import { messageOf, toInstant, type Clock } from '../../database';
import type { CountSent } from '../CountSent';
import { BEGIN_WITHIN_MS, MOST_ATTEMPTS, pauseAfter, tell } from '../retrying';
import { digestOf } from './digestOf';
import type { PendingNotice, RecipientRow } from './noticeRows';
import type { NoticesStore } from './NoticesStore';

const RECIPIENTS_AT_ONCE = 10;
/** What a recipient is told one by one within the window; the rest is told together. */
const MOST_IN_WINDOW = 5;
const WINDOW_MS = 5 * 60_000;
/** In one digest. */
const MOST_AT_ONCE = 10_000;
/** How the notifications service says that nobody serves it. */
const ABSENT = /failed with status 404\b/;

/** Ids of announcements, by what became of their notices; what there was no time for is in neither. */
interface Sent {
  told: string[];
  failed: string[];
  /** Why the last of them failed. */
  reason?: string;
}

/**
 * Notifies people, each recipient on its own: one that cannot be told keeps nobody else waiting.
 *
 * @remarks
 *
 * The first few notifications go out at once. Where more than that is to be told within some minutes, it is told
 * together: once at once, and then once at the end of those minutes.
 *
 * @internal
 */
export class NoticeSender {
  readonly #options: Parameters<typeof NoticeSender.create>[0];
  #isAbsent = false;

  static create(options: {
    clock: Clock;
    count: CountSent;
    logger: LoggerService;
    notifications: NotificationService;
    store: NoticesStore;
  }): NoticeSender {
    return new NoticeSender(options);
  }

  private constructor(options: Parameters<typeof NoticeSender.create>[0]) {
    this.#options = options;
  }

  /**
   * Tells some of those who are due.
   *
   * @returns how many recipients were taken
   */
  async work(): Promise<number> {
    const { clock, store } = this.#options;
    const now = await clock.now();
    const recipients = await store.take(now, RECIPIENTS_AT_ONCE);
    const outcomes = await Promise.allSettled(
      recipients.map(recipient => this.#serve(recipient, now)),
    );
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') {
        throw outcome.reason;
      }
    }
    return recipients.length;
  }

  async #serve(recipient: RecipientRow, now: number): Promise<void> {
    const { store } = this.#options;
    const began = toInstant(recipient.window_from) ?? -Infinity;
    const isOver = now >= began + WINDOW_MS;
    const from = isOver ? now : began;
    const before = isOver ? 0 : recipient.sent;
    const room = MOST_IN_WINDOW - before;
    if (room <= 0) {
      await store.putOff(recipient, from + WINDOW_MS);
      return;
    }
    const pending = await store.list(recipient.recipient_ref, MOST_AT_ONCE);
    const isDigest = pending.length > room;
    const sent = isDigest
      ? await this.#sendDigest(recipient, pending)
      : await this.#sendEach(recipient, pending);
    // After a digest there is nothing until the window ends.
    const count = isDigest && sent.told.length > 0 ? room : sent.told.length;
    await this.#settle(recipient, sent, { from, sent: before + count }, now);
  }

  async #settle(
    recipient: RecipientRow,
    { failed, reason, told }: Sent,
    window: { from: number; sent: number },
    now: number,
  ): Promise<void> {
    const { logger, store } = this.#options;
    const { attempts, recipient_ref: ref } = recipient;
    const isGivenUp = failed.length > 0 && attempts >= MOST_ATTEMPTS;
    const isAgain = failed.length > 0 && !isGivenUp;
    if (isAgain) {
      logger.warn(`Notifying ${ref} is tried again because of ${reason}`);
    } else if (isGivenUp) {
      logger.error(
        `Notifying ${ref} was given up after ${MOST_ATTEMPTS} attempts because of ${reason}`,
      );
    }
    await store.settle(
      {
        recipient,
        told,
        givenUp: isGivenUp ? failed : [],
        changes: {
          attempts: isAgain ? attempts : 0,
          reason: reason ?? null,
          sent: window.sent,
          window_from: window.from,
        },
        until: isAgain ? now + pauseAfter(attempts) : now,
      },
      now,
    );
  }

  /** What is refused keeps nothing else from being sent. */
  async #sendEach(
    { recipient_ref: ref }: RecipientRow,
    pending: readonly PendingNotice[],
  ): Promise<Sent> {
    const deadline = performance.now() + BEGIN_WITHIN_MS;
    const ids = pending.map(({ announcementId }) => announcementId);
    const payloads = await this.#options.store.payloads(ref, ids);
    const sent: Sent = { told: [], failed: [] };
    for (const id of ids) {
      if (performance.now() >= deadline) {
        break;
      }
      const reason = await this.#send(ref, payloads.get(id)!);
      (reason === undefined ? sent.told : sent.failed).push(id);
      sent.reason = reason ?? sent.reason;
    }
    return sent;
  }

  async #sendDigest(
    { recipient_ref: ref }: RecipientRow,
    pending: readonly PendingNotice[],
  ): Promise<Sent> {
    const ids = pending.map(({ announcementId }) => announcementId);
    const reason = await this.#send(ref, digestOf(pending));
    return reason === undefined
      ? { told: ids, failed: [] }
      : { told: [], failed: ids, reason };
  }

  /** @returns why it failed; undefined: it did not, or nobody wants to know */
  async #send(
    recipientRef: string,
    payload: NotificationPayload,
  ): Promise<string | undefined> {
    const { count, logger, notifications } = this.#options;
    const recipients = { type: 'entity' as const, entityRef: recipientRef };
    try {
      await tell(() => notifications.send({ recipients, payload }));
      count('notifications', 'sent');
      return undefined;
    } catch (error) {
      const reason = messageOf(error);
      if (!ABSENT.test(reason)) {
        count('notifications', 'failed');
        return reason;
      }
      if (!this.#isAbsent) {
        this.#isAbsent = true;
        logger.info(
          'Nobody is notified, because the backend has no notifications plugin',
        );
      }
      count('notifications', 'absent');
      return undefined;
    }
  }
}
