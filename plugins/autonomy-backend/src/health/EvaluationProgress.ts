import type { EvaluationHealth } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import { toInstant } from '../database';
import { QUEUE_TABLE, readSweepState } from '../evaluation';

/** So many of those that were given up are named. */
const MOST_NAMED = 20;

/**
 * How many evaluations wait.
 *
 * @internal
 */
export interface EvaluationBacklog {
  pending: number;
  /** UTC milliseconds. */
  oldestPendingAt?: number;
  /** Of the one that waits longest, in milliseconds. */
  lag: number;
  /** Given up. */
  quarantined: number;
}

/**
 * Tells how far evaluations are behind, from the tables that all processes share.
 *
 * @remarks
 *
 * What waits is in indexes of its own, so that it costs nothing to count where little waits. Shares of results
 * need a look at all of them, two tenths of a second for 100,000.
 *
 * @internal
 */
export class EvaluationProgress {
  readonly #knex: Knex;
  readonly #madeWith: () => string;

  /**
   * @param options - `madeWith`: fingerprint of the policy and the engine of this process
   */
  static create(options: {
    knex: Knex;
    madeWith: () => string;
  }): EvaluationProgress {
    return new EvaluationProgress(options.knex, options.madeWith);
  }

  private constructor(knex: Knex, madeWith: () => string) {
    this.#knex = knex;
    this.#madeWith = madeWith;
  }

  /**
   * @param now - UTC milliseconds
   */
  async read(now: number): Promise<EvaluationHealth> {
    // One after the other: the connections are for those who work.
    const { quarantined, ...backlog } = await this.backlog(now);
    const results = await this.results();
    const first = quarantined > 0 ? await this.#givenUp() : [];
    const { cursor: _, ...sweep } = await readSweepState(this.#knex);
    return {
      ...backlog,
      quarantined: { count: quarantined, first },
      ...results,
      policyInForce: await this.#policyInForce(),
      sweep,
    };
  }

  /**
   * @param now - UTC milliseconds
   */
  async backlog(now: number): Promise<EvaluationBacklog> {
    const waiting = await this.#knex(QUEUE_TABLE)
      .where('due_at', '<=', now)
      // A worker has it, or it failed and is put off.
      .orWhere(asked =>
        asked.whereNotNull('asked_at').whereNull('quarantined_at'),
      )
      .first<{ pending: number | string; since: number | string | null }>(
        this.#knex.raw('count(*) as pending'),
        this.#knex.raw('min(coalesce(asked_at, due_at)) as since'),
      );
    const oldestPendingAt = toInstant(waiting.since);
    const quarantined = await this.#inQuarantine().count('* as count').first();
    return {
      pending: Number(waiting.pending),
      oldestPendingAt,
      lag: Math.max(0, now - (oldestPendingAt ?? now)),
      quarantined: Number(quarantined?.count),
    };
  }

  async results(): Promise<
    Pick<EvaluationHealth, 'entities' | 'neverEvaluated' | 'staleShare'>
  > {
    const row = await this.#knex('entities')
      .leftJoin('evaluations', 'evaluations.entity_ref', 'entities.entity_ref')
      .where('entities.in_scope', true)
      .first<Record<'entities' | 'evaluated' | 'stale', number | string>>(
        this.#knex.raw('count(*) as entities'),
        this.#knex.raw('count(evaluations.entity_ref) as evaluated'),
        this.#knex.raw('count(*) filter (where evaluations.stale) as stale'),
      );
    const evaluated = Number(row.evaluated);
    return {
      entities: Number(row.entities),
      neverEvaluated: Number(row.entities) - evaluated,
      staleShare: evaluated > 0 ? Number(row.stale) / evaluated : 0,
    };
  }

  async #givenUp(): Promise<EvaluationHealth['quarantined']['first']> {
    const rows = await this.#inQuarantine()
      .orderBy([
        { column: 'quarantined_at', order: 'desc' },
        { column: `${QUEUE_TABLE}.entity_ref` },
      ])
      .limit(MOST_NAMED)
      .select(`${QUEUE_TABLE}.entity_ref`, 'quarantined_at', 'reason');
    return rows.map(row => ({
      entityRef: row.entity_ref,
      since: Number(row.quarantined_at),
      reason: row.reason ?? '',
    }));
  }

  /** Of who left it does not matter any more. */
  #inQuarantine() {
    return this.#knex(QUEUE_TABLE)
      .join('entities', 'entities.entity_ref', `${QUEUE_TABLE}.entity_ref`)
      .where('entities.in_scope', true)
      .whereNotNull('quarantined_at');
  }

  async #policyInForce(): Promise<EvaluationHealth['policyInForce']> {
    const row = await this.#knex('policy_in_force').first();
    return (
      row && {
        madeWith: row.made_with,
        renewedAt: Number(row.renewed_at),
        isOwn: row.made_with === this.#madeWith(),
      }
    );
  }
}
