import type { CompiledPolicy } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { performance } from 'node:perf_hooks';
import { messageOf } from '../database';
import type { Announcement } from './Announcement';
import type { PolicyAnnouncement } from './PolicyAnnouncement';
import type { ProposalAnnouncement } from './ProposalAnnouncement';
import type { Notice } from './notices';
import type { Outcome, OutboxQueue } from './OutboxQueue';
import type { OutboxRow } from './OutboxRow';
import type { Delivery, Publisher } from './Publisher';
import { BEGIN_WITHIN_MS, inParallel, MOST_ATTEMPTS, tell } from './retrying';
import type { CountSent } from './CountSent';
import { noticesOf } from './wording';

const BATCH = 100;
const ENTITIES_AT_ONCE = 10;
const NOTICES = 'notices';

type News = Announcement | PolicyAnnouncement | ProposalAnnouncement;

/**
 * Tells what lies in the outbox: events and signals at once; people by way of their notices, which are handed
 * over in the transaction that ends a row.
 *
 * @remarks
 *
 * What was told is written down, so that another attempt only tells the rest. Between telling and writing down a
 * process may die: then it is told again, under the same ids.
 *
 * @internal
 */
export class Announcer {
  readonly #options: Parameters<typeof Announcer.create>[0];

  static create(options: {
    count: CountSent;
    logger: LoggerService;
    /** Called when people are to be told something. */
    onNotices: () => void;
    policy: CompiledPolicy;
    publisher: Pick<Publisher, 'deliveriesOf'>;
    queue: OutboxQueue;
  }): Announcer {
    return new Announcer(options);
  }

  private constructor(options: Parameters<typeof Announcer.create>[0]) {
    this.#options = options;
  }

  /**
   * Tells a part of what is due.
   *
   * @returns how many announcements were taken
   */
  async work(): Promise<number> {
    const { onNotices, queue } = this.#options;
    const deadline = performance.now() + BEGIN_WITHIN_MS;
    const { taken, turns } = await queue.take(BATCH);
    const outcomes: Outcome[] = [];
    await inParallel(turns, ENTITIES_AT_ONCE, async rows => {
      let isBlocked = false;
      for (const row of rows) {
        const outcome: Outcome = isBlocked
          ? untouched(row)
          : await this.#announce(row, deadline);
        outcomes.push(outcome);
        isBlocked ||= outcome.status !== 'done' && !isLastAttempt(outcome);
      }
    });
    if (outcomes.length > 0) {
      await queue.settle(outcomes);
      this.#log(outcomes);
    }
    if (outcomes.some(({ notices }) => notices.length > 0)) {
      onNotices();
    }
    return taken;
  }

  async #announce(row: OutboxRow, deadline: number): Promise<Outcome> {
    const told = new Set(row.told.split(' ').filter(Boolean));
    const problems = new Map<string, string>();
    let notices: Notice[] = [];
    let isOpen = false;
    try {
      const announcement: News = JSON.parse(row.announcement);
      for (const delivery of this.#open(announcement, told)) {
        // After one that failed the next ones would come out of order.
        if (!problems.has(delivery.channel)) {
          if (performance.now() >= deadline) {
            isOpen = true;
            break;
          }
          await this.#deliver(delivery, told, problems);
        }
      }
      if (!told.has(NOTICES)) {
        // Whom a publication or a proposal concerns is told where it is made.
        notices =
          'events' in announcement
            ? noticesOf(announcement, this.#options.policy)
            : [];
        told.add(NOTICES);
      }
    } catch (error) {
      problems.set(NOTICES, messageOf(error));
    }
    const reason = [...problems].map(parts => parts.join(': ')).join('; ');
    const unfinished = isOpen ? 'open' : 'done';
    return {
      row,
      status: reason ? 'failed' : unfinished,
      told: [...told],
      notices,
      reason: reason || undefined,
    };
  }

  #open(announcement: News, told: ReadonlySet<string>): Delivery[] {
    return this.#options.publisher
      .deliveriesOf(announcement)
      .filter(({ key }) => !told.has(key));
  }

  async #deliver(
    { channel, key, send }: Delivery,
    told: Set<string>,
    problems: Map<string, string>,
  ): Promise<void> {
    const { count } = this.#options;
    try {
      await tell(send);
      told.add(key);
      count(channel, 'sent');
    } catch (error) {
      problems.set(channel, messageOf(error));
      count(channel, 'failed');
    }
  }

  /** In one line each, because of an outage there are many. */
  #log(outcomes: readonly Outcome[]): void {
    const { logger } = this.#options;
    const failed = outcomes.filter(({ status }) => status === 'failed');
    const givenUp = failed.filter(isLastAttempt);
    if (failed.length > givenUp.length) {
      logger.warn(
        `Announcements are tried again: ${failed.length - givenUp.length}, of ${
          failed[0].row.entity_ref
        } because of ${failed[0].reason}`,
      );
    }
    if (givenUp.length > 0) {
      logger.error(
        `Announcements were given up after ${MOST_ATTEMPTS} attempts: ${givenUp.length}, of ${givenUp[0].row.entity_ref} because of ${givenUp[0].reason}`,
      );
    }
  }
}

function isLastAttempt({ row, status }: Outcome): boolean {
  return status === 'failed' && row.attempts >= MOST_ATTEMPTS;
}

function untouched(row: OutboxRow): Outcome {
  return {
    row,
    status: 'open',
    told: row.told.split(' ').filter(Boolean),
    notices: [],
  };
}
