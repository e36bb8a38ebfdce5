import type { EvaluationEvent } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import type { Outbox } from '../../announcements';
import { inChunks } from '../../database';
import type { StoredResult } from '../inputs';
import type { EvaluationResult } from './EvaluationResult';
import { figuresOf } from './historyKey';
import { toAnnouncement, toEventRow, toPointRow } from './historyRows';
import { replaceMismatches, toMismatchRows } from './mismatchRows';
import type { ResultsFollower } from './ResultsFollower';
import { ShapesTable } from './ShapesTable';
import { toResultRow, toWords, type ResultRow } from './toResultRow';
import { transitionsOf } from './transitionsOf';

// Few enough that putting a statement together does not keep the process for long.
const CHUNK = 100;

/**
 * A result as it would be stored.
 *
 * @internal
 */
export interface PreparedResult {
  result: EvaluationResult;
  row: ResultRow;
  /** What is new in it. */
  events: EvaluationEvent[];
  /** Absent where it is not worth a write. */
  words?: ReturnType<typeof toWords>;
}

/**
 * Writes what evaluations came to: results, their history and what is to be told of them.
 *
 * @remarks
 *
 * Results that differ from what is stored by no more than the passing of time are not written, unless what
 * is stored says that it may be over, or does so too late.
 *
 * @internal
 */
export class ResultsWriter {
  readonly #followers: ResultsFollower[] = [];
  readonly #outbox: Pick<Outbox, 'put'>;
  readonly #shapes = ShapesTable.create();

  static create(options: { outbox: Pick<Outbox, 'put'> }): ResultsWriter {
    return new ResultsWriter(options.outbox);
  }

  private constructor(outbox: Pick<Outbox, 'put'>) {
    this.#outbox = outbox;
  }

  /** Whoever is told of what is written, in the transaction that writes it. */
  follow(follower: ResultsFollower): void {
    this.#followers.push(follower);
  }

  /** It takes longer than the evaluation, so it is done before anything is locked. */
  prepare(result: EvaluationResult): PreparedResult {
    const row = toResultRow(result, {
      with: result.madeWith,
      shapeId: this.#shapes.idOf(result.step),
    });
    const events = transitionsOf(result);
    const isNews = events.length > 0 || differs(row, result.record?.stored);
    const words = isNews ? toWords(result) : undefined;
    return { result, row, events, words };
  }

  /**
   * Writes what is worth it, in the transaction that holds the entities.
   *
   * @param now - UTC milliseconds
   * @returns how many were written
   */
  async write(
    trx: Knex.Transaction,
    results: readonly PreparedResult[],
    now: number,
  ): Promise<number> {
    const news = results.filter(({ words }) => words);
    if (news.length === 0) {
      return 0;
    }
    await this.#shapes.put(
      trx,
      news.map(({ row }) => row.shape_id),
    );
    // One order for all writers, so that two of them wait instead of deadlocking.
    const rows = news
      .map(({ row, words }) => ({ ...row, ...words }))
      .sort((a, b) => (a.entity_ref < b.entity_ref ? -1 : 1));
    for (const chunk of inChunks(rows, CHUNK)) {
      await trx('evaluations')
        .insert(chunk)
        .onConflict('entity_ref')
        .merge()
        // A record that was begun anew meanwhile is evaluated again.
        .whereRaw('evaluations.restarts = excluded.restarts');
    }
    for (const chunk of inChunks(news, CHUNK)) {
      await replaceMismatches(
        trx,
        new Map(
          chunk.map(({ result: { step } }) => [
            step.entity.entityRef,
            toMismatchRows(step),
          ]),
        ),
      );
    }
    await this.#remember(trx, news, now);
    for (const follower of this.#followers) {
      await follower.onWritten(trx, news, now);
    }
    return news.length;
  }

  async #remember(
    trx: Knex.Transaction,
    news: readonly PreparedResult[],
    now: number,
  ): Promise<void> {
    const kept = news.filter(({ row }) => row.history_key !== null);
    await forgetPast(trx, kept);
    const moved = kept.filter(
      ({ result: { passed, record }, row }) =>
        row.history_key !== (passed?.key ?? record?.stored.historyKey),
    );
    const points = [
      ...kept
        .flatMap(({ result: { passed } }) => passed?.points ?? [])
        // Of an instant that nobody looked at there is nothing to start from.
        .map(figures => ({ ...toPointRow(figures), state: null })),
      ...moved.map(({ result }) => toPointRow(figuresOf(result.step))),
    ];
    for (const chunk of inChunks(points, CHUNK)) {
      await trx('evaluation_points')
        .insert(chunk)
        .onConflict(['entity_ref', 'at'])
        .merge();
    }
    const events = kept.flatMap(({ events: told, result: { passed }, row }) =>
      [...(passed?.events ?? []), ...told].map(event =>
        toEventRow(row, event, now),
      ),
    );
    for (const chunk of inChunks(events, CHUNK)) {
      await trx('evaluation_events').insert(chunk);
    }
    const visible = new Set(moved);
    // Of a first result nobody waits for news.
    const told = news.filter(
      each =>
        each.result.record?.startedAt !== undefined &&
        (each.events.length > 0 || visible.has(each)),
    );
    await this.#outbox.put(
      trx,
      told.map(each => toAnnouncement(each.result.step, each.events)),
      now,
    );
  }
}

/** What was made of the time before a record is made anew when the record begins anew. */
async function forgetPast(
  trx: Knex.Transaction,
  news: readonly PreparedResult[],
): Promise<void> {
  for (const { result, row } of news) {
    const { record } = result;
    if (record?.startedAt !== undefined && !record.state) {
      for (const table of ['evaluation_points', 'evaluation_events']) {
        await trx(table)
          .where('entity_ref', row.entity_ref)
          .where('at', '<', record.startedAt)
          .delete();
      }
    }
  }
}

function differs(row: ResultRow, stored: StoredResult | undefined): boolean {
  if (stored?.bodyHash !== row.body_hash || stored.madeWith !== row.made_with) {
    return true;
  }
  const until = stored.nextChangeAt ?? Infinity;
  return until <= row.evaluated_at || (row.next_change_at ?? Infinity) < until;
}
