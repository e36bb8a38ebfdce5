import type {
  IncidentMessage,
  IncidentReport,
} from '@aligned-autonomy/backstage-plugin-autonomy-node';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { messageOf, type Claims, type Clock } from '../../database';
import type { EntityIndexStore } from '../../entities';
import type { IncidentAttribution, SourceReport } from '../mapping';
import type { IncidentStatement } from '../IncidentReports';
import type { IncidentRecorder } from '../IncidentRecorder';
import type { ConfiguredSource } from '../sources';
import { inTurns } from '../../tasks/inTurns';
import { INBOX_TABLE, type InboxRow } from './InboxRow';

/** Deliveries that are worked off in one transaction: together never more bytes than a process can spare. */
const BATCH = 100;
/** Reading and mapping takes some hundredths of a millisecond for one, or much more for a large one. */
const ROWS_PER_TURN = 5;
/** Whatever was tried that often does not come right by itself. */
const MOST_ATTEMPTS = 10;
const FIRST_BACK_OFF_MS = 1_000;
const MAX_REASON_LENGTH = 1_000;

/** What a delivery says, or why nobody can tell. */
interface ReadDelivery {
  row: InboxRow;
  messages: readonly IncidentMessage[];
  reason?: string;
}

/** What a delivery comes down to. */
interface Understood {
  row: InboxRow;
  statements: IncidentStatement[];
  isHeartbeat: boolean;
  /** Why it, or a part of it, could not be used. */
  reason?: string;
}

/**
 * Turns deliveries into the record of incidents.
 *
 * @remarks
 *
 * Whatever a delivery causes is written in the transaction that marks it as done, and only while it is still
 * this process's: so it is written once. What cannot be understood or attributed is set aside with a
 * reason and can be replayed; the parts of it that can be used are used.
 *
 * @internal
 */
export class InboxProcessor {
  readonly #attribution: IncidentAttribution;
  readonly #claims: Claims<InboxRow>;
  readonly #clock: Clock;
  readonly #index: Pick<EntityIndexStore, 'hasSettled'>;
  readonly #knex: Knex;
  readonly #logger: LoggerService;
  readonly #recorder: IncidentRecorder;
  readonly #sources: ReadonlyMap<string, ConfiguredSource>;
  #isBehind = false;

  static create(options: {
    attribution: IncidentAttribution;
    claims: Claims<InboxRow>;
    clock: Clock;
    index: Pick<EntityIndexStore, 'hasSettled'>;
    knex: Knex;
    logger: LoggerService;
    recorder: IncidentRecorder;
    sources: readonly ConfiguredSource[];
  }): InboxProcessor {
    return new InboxProcessor(options);
  }

  private constructor(options: Parameters<typeof InboxProcessor.create>[0]) {
    this.#attribution = options.attribution;
    this.#claims = options.claims;
    this.#clock = options.clock;
    this.#index = options.index;
    this.#knex = options.knex;
    this.#logger = options.logger;
    this.#recorder = options.recorder;
    this.#sources = new Map(options.sources.map(each => [each.id, each]));
  }

  /** Whether there is probably more to work off than was taken last. */
  get isBehind(): boolean {
    return this.#isBehind;
  }

  /**
   * Works off a part of what is due.
   *
   * @returns how many deliveries were taken
   */
  async work(): Promise<number> {
    // Before the catalog was read, nobody knows which entities there are.
    if (!(await this.#index.hasSettled())) {
      return 0;
    }
    const rows = await this.#claims.take(await this.#clock.now(), BATCH);
    this.#isBehind = rows.length === BATCH;
    if (rows.length > 0) {
      await this.#process(rows);
    }
    return rows.length;
  }

  /** What one delivery does to the others of its batch ends where they are tried one by one. */
  async #process(rows: readonly InboxRow[]): Promise<void> {
    try {
      await this.#record(rows);
    } catch (error) {
      if (rows.length > 1) {
        this.#logger.debug(`Deliveries are tried one by one: ${error}`);
        for (const row of rows) {
          await this.#process([row]);
        }
        return;
      }
      const [row] = rows;
      const message = messageOf(error);
      this.#logger.warn(
        `A delivery of ${row.source} is tried again: ${message}`,
      );
      await this.#claims.putOff(
        rows,
        (await this.#clock.now()) + FIRST_BACK_OFF_MS * 2 ** row.attempts,
        { reason: message },
      );
    }
  }

  async #record(rows: readonly InboxRow[]): Promise<void> {
    const now = await this.#clock.now();
    const understood = await this.#understand(await this.#readAll(rows));
    const recorded = await this.#knex.transaction(async trx => {
      const own = new Set(await this.#claims.hold(trx, rows));
      const mine = understood.filter(({ row }) => own.has(row));
      const outcome = await this.#recorder.record(
        trx,
        {
          statements: mine.flatMap(({ statements }) => statements),
          heard: heardIn(mine),
          delivered: [...new Set(mine.map(({ row }) => row.source))],
        },
        now,
      );
      await this.#finish(trx, mine, now);
      return outcome;
    });
    this.#recorder.announce(recorded);
  }

  /** In the order in which they came, which decides where the source itself tells nothing. */
  async #readAll(rows: readonly InboxRow[]): Promise<ReadDelivery[]> {
    const ordered = [...rows].sort(
      (a, b) =>
        Number(a.received_at) - Number(b.received_at) || (a.id < b.id ? -1 : 1),
    );
    const read: ReadDelivery[] = [];
    for await (const row of inTurns(ordered, ROWS_PER_TURN)) {
      read.push(this.#read(row));
    }
    return read;
  }

  #read(row: InboxRow): ReadDelivery {
    const unread = (reason: string) => ({ row, messages: [], reason });
    // Without a reason it was only interrupted, and never judged.
    if (row.attempts > MOST_ATTEMPTS && row.reason) {
      return unread(`given up after ${MOST_ATTEMPTS} attempts: ${row.reason}`);
    }
    const source = this.#sources.get(row.source)?.source;
    if (!source) {
      return unread('the source is not configured any more');
    }
    try {
      const receivedAt = Number(row.received_at);
      return { row, messages: source.read({ body: row.body, receivedAt }) };
    } catch (error) {
      return unread(messageOf(error));
    }
  }

  async #understand(read: readonly ReadDelivery[]): Promise<Understood[]> {
    const reports = read.map(reportsIn);
    const attributed = await this.#attribution.attribute(reports.flat());
    let taken = 0;
    return read.map(({ messages, reason, row }, index) => {
      const own = attributed.slice(taken, (taken += reports[index].length));
      return {
        row,
        statements: own.flatMap(({ statement }) => statement ?? []),
        isHeartbeat: messages.some(({ kind }) => kind === 'heartbeat'),
        reason:
          [reason, ...own.map(one => one.reason)].filter(Boolean).join('; ') ||
          undefined,
      };
    });
  }

  async #finish(
    trx: Knex.Transaction,
    understood: readonly Understood[],
    now: number,
  ): Promise<void> {
    const done = understood.filter(({ reason }) => !reason);
    await this.#claims.finish(
      trx,
      done.map(({ row }) => row),
      { done_at: now, quarantined_at: null, reason: null },
    );
    for (const { reason, row } of understood) {
      if (reason) {
        await this.#setAside(trx, row, reason.slice(0, MAX_REASON_LENGTH), now);
      }
    }
  }

  async #setAside(
    trx: Knex.Transaction,
    row: InboxRow,
    reason: string,
    now: number,
  ): Promise<void> {
    this.#logger.warn(`A delivery of ${row.source} was set aside: ${reason}`);
    await this.#claims.finish(trx, [row], { quarantined_at: now, reason });
    // What is said again and again need be kept once.
    await trx(INBOX_TABLE)
      .where({ source: row.source, body_hash: row.body_hash })
      .whereNotNull('quarantined_at')
      .whereNot('id', row.id)
      .update({ quarantined_at: null, done_at: now, reason: 'repeated' });
  }
}

/** When each source last said that it is there. */
function heardIn(understood: readonly Understood[]): Map<string, number> {
  const heard = new Map<string, number>();
  for (const { isHeartbeat, row } of understood) {
    if (isHeartbeat) {
      const before = heard.get(row.source) ?? 0;
      heard.set(row.source, Math.max(before, Number(row.received_at)));
    }
  }
  return heard;
}

function reportsIn({ messages, row }: ReadDelivery): SourceReport[] {
  const { received_at, source } = row;
  return messages.flatMap(message =>
    message.kind === 'incident'
      ? { source, report: notLaterThan(message, Number(received_at)) }
      : [],
  );
}

/** A state from the future would keep out every later one. */
function notLaterThan(report: IncidentReport, at: number): IncidentReport {
  return { ...report, occurredAt: Math.min(report.occurredAt, at) };
}
