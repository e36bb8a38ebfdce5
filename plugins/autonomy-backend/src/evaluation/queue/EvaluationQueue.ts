import type { Knex } from 'knex';
import { mapValues } from 'lodash';
import { Claims, inChunks, isPostgres } from '../../database';
import type { EvaluationMarks } from './EvaluationMarks';
import { QUEUE_TABLE, type QueueRow } from './QueueRow';

/** For how long entities are a worker's, in milliseconds. A batch takes about one second. */
export const LEASE_MS = 30_000;
// Below the bind variable limit of SQLite (32,766).
const CHUNK = 1_000;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 3_600_000;
/** Whatever failed that often does not come right by itself. */
const MOST_ATTEMPTS = 10;
const MAX_REASON_LENGTH = 1_000;

/** Before everything that time or an update brings: somebody waits for what evidence changes. */
const AT_ONCE = 0;

/** What a mark makes of a row that is there: due, unless a worker has it. */
const MARKED = {
  version: `${QUEUE_TABLE}.version + 1`,
  due_at: `case when ${QUEUE_TABLE}.ticket is null
      and (${QUEUE_TABLE}.due_at is null or ${QUEUE_TABLE}.due_at > excluded.due_at)
    then excluded.due_at else ${QUEUE_TABLE}.due_at end`,
  asked_at: `coalesce(${QUEUE_TABLE}.asked_at, excluded.asked_at)`,
  attempts: `case when ${QUEUE_TABLE}.ticket is null then 0 else ${QUEUE_TABLE}.attempts end`,
  reason: 'null',
  quarantined_at: 'null',
};

/**
 * Which entities are to be evaluated, shared by all processes.
 *
 * @remarks
 *
 * A row stays for good: a mark raises its version and makes it due, an evaluation puts its next change there.
 * What is marked while a worker has it is due again as soon as that worker is done, because its result is
 * of an older version.
 *
 * @internal
 */
export class EvaluationQueue implements EvaluationMarks {
  readonly #claims: Claims<QueueRow>;
  readonly #knex: Knex;
  #onMarked: () => void = () => {};

  static create(options: { knex: Knex }): EvaluationQueue {
    return new EvaluationQueue(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
    this.#claims = Claims.create({
      knex,
      table: QUEUE_TABLE,
      key: 'entity_ref',
      lease: LEASE_MS,
    });
  }

  /** Whom to call after a commit that marked something. */
  onMarked(listener: () => void): void {
    this.#onMarked = listener;
  }

  async mark(
    trx: Knex.Transaction,
    entityRefs: Iterable<string>,
    now: number,
  ): Promise<void> {
    // In one order, so that two transactions that meet wait for each other instead of deadlocking.
    const refs = [...new Set(entityRefs)].sort();
    for (const chunk of inChunks(refs, CHUNK)) {
      await trx(QUEUE_TABLE)
        .insert(
          chunk.map(entity_ref => ({
            entity_ref,
            version: 1,
            due_at: AT_ONCE,
            asked_at: now,
          })),
        )
        .onConflict('entity_ref')
        .merge(mapValues(MARKED, sql => trx.raw(sql)));
    }
    if (refs.length > 0) {
      trx.executionPromise.then(
        () => this.#onMarked(),
        () => {},
      );
    }
  }

  /**
   * Marks entities in scope that have no result yet, or one that was made otherwise; not those that wait already.
   *
   * @param now - UTC milliseconds
   */
  async markOutdated(
    madeWith: string,
    now: number,
    knex: Knex = this.#knex,
  ): Promise<void> {
    const outdated = knex('entities')
      .leftJoin('evaluations', 'evaluations.entity_ref', 'entities.entity_ref')
      .where('entities.in_scope', true)
      .where(either =>
        either
          .whereNull('evaluations.made_with')
          .orWhereNull('evaluations.started_at')
          .orWhereNot('evaluations.made_with', madeWith),
      )
      .orderByRaw(orderedBy(this.#knex, 'entities.entity_ref'))
      .select(
        'entities.entity_ref',
        this.#knex.raw('1'),
        this.#knex.raw('cast(? as bigint)', [now]),
        this.#knex.raw('cast(? as bigint)', [now]),
      );
    await knex.raw(
      `insert into ${QUEUE_TABLE} (entity_ref, version, due_at, asked_at)
        select * from ? as outdated where true
        on conflict (entity_ref) do update set ${assignments(MARKED)}
        where ${QUEUE_TABLE}.asked_at is null or ${QUEUE_TABLE}.quarantined_at is not null`,
      [outdated],
    );
    this.#onMarked();
  }

  /** Whether a row was tried so often that it is given up. */
  isSpent({ attempts }: QueueRow): boolean {
    return attempts > MOST_ATTEMPTS;
  }

  /** Takes what is due. */
  take(now: number, limit: number): Promise<QueueRow[]> {
    return this.#claims.take(now, limit);
  }

  /** Those of the rows that are still one's own; they stay so until the transaction ends. */
  hold(trx: Knex.Transaction, rows: readonly QueueRow[]): Promise<QueueRow[]> {
    return this.#claims.hold(trx, rows);
  }

  /**
   * Rows that are held were evaluated.
   *
   * @param nextChangeAt - of each row, in UTC milliseconds; absent means never
   */
  async finish(
    trx: Knex.Transaction,
    rows: readonly QueueRow[],
    nextChangeAt: (entityRef: string) => number | undefined,
    now: number,
  ): Promise<void> {
    const isSame = `${QUEUE_TABLE}.version = excluded.version`;
    for (const chunk of inChunks(rows, CHUNK)) {
      await trx(QUEUE_TABLE)
        .insert(
          chunk.map(({ entity_ref, version }) => ({
            entity_ref,
            version,
            due_at: nextChangeAt(entity_ref) ?? null,
          })),
        )
        .onConflict('entity_ref')
        .merge({
          due_at: trx.raw(
            `case when ${isSame} then excluded.due_at else cast(? as bigint) end`,
            [AT_ONCE],
          ),
          asked_at: trx.raw(
            `case when ${isSame} then null else cast(? as bigint) end`,
            [now],
          ),
          evaluated_version: trx.raw('excluded.version'),
          ticket: null,
          attempts: 0,
          reason: null,
          quarantined_at: null,
        });
    }
  }

  /** A row that is held could not be evaluated: it is tried again later, and given up in the end. */
  async fail(
    trx: Knex.Transaction,
    row: QueueRow,
    reason: string,
    now: number,
  ): Promise<void> {
    const pause = Math.min(
      FIRST_PAUSE_MS * 2 ** row.attempts,
      LONGEST_PAUSE_MS,
    );
    const isGivenUp = row.attempts >= MOST_ATTEMPTS;
    // What was marked meanwhile may come right at once.
    const unlessMarked = (value: number | null, otherwise: number | null) =>
      trx.raw(
        'case when version = ? then cast(? as bigint) else cast(? as bigint) end',
        [row.version, value, otherwise],
      );
    await trx(QUEUE_TABLE)
      .where('entity_ref', row.entity_ref)
      .update({
        ticket: null,
        due_at: unlessMarked(isGivenUp ? null : now + pause, AT_ONCE),
        reason: reason.slice(0, MAX_REASON_LENGTH),
        quarantined_at: unlessMarked(isGivenUp ? now : null, null),
      });
  }

  /** Gives rows back untried. */
  putOff(rows: readonly QueueRow[], until: number): Promise<void> {
    return this.#claims.putOff(rows, until);
  }

  /**
   * A clock that was set back must not leave work waiting for the former time.
   *
   * @param now - UTC milliseconds
   */
  async followClock(now: number): Promise<void> {
    const latest = now + 2 * LEASE_MS;
    await this.#knex(QUEUE_TABLE)
      .whereNull('quarantined_at')
      .where(either =>
        either
          .where('asked_at', '>', latest)
          .orWhere(taken =>
            taken.whereNotNull('ticket').where('due_at', '>', latest),
          ),
      )
      .update({ due_at: now, ticket: null });
    await this.#knex(QUEUE_TABLE)
      .where('asked_at', '>', latest)
      .update({ asked_at: now });
  }
}

function assignments(changes: Record<string, string>): string {
  return Object.entries(changes)
    .map(([column, sql]) => `${column} = ${sql}`)
    .join(', ');
}

/** Not in the order of some language, in which JavaScript does not sort. */
function orderedBy(knex: Knex, column: string): string {
  return isPostgres(knex) ? `${column} collate "C"` : column;
}
