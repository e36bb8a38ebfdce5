import type { Knex } from 'knex';
import { toInstant } from '../../database';
import type {
  CollectionOutcome,
  CollectorRun,
  CollectorRuns,
  CollectorRunStatus,
} from './CollectorRuns';

const TABLE = 'collector_runs';

interface CollectorRunRow {
  collector: string;
  status: CollectorRunStatus;
  started_at: number;
  finished_at: number | null;
  succeeded_at: number | null;
  entities: number;
  stored: number;
  unchanged: number;
  failed: number;
  error: string | null;
}

/**
 * @internal
 */
export class DatabaseCollectorRuns implements CollectorRuns {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): CollectorRuns {
    return new DatabaseCollectorRuns(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  async start(collector: string, now: number): Promise<void> {
    await this.#knex(TABLE)
      .insert({ collector, status: 'running', started_at: now })
      .onConflict('collector')
      .merge(['status', 'started_at']);
  }

  async finish(
    collector: string,
    { error, ...outcome }: CollectionOutcome,
    now: number,
  ): Promise<void> {
    await this.#knex(TABLE)
      .where({ collector })
      .update({
        ...outcome,
        error: error ?? null,
        finished_at: now,
        ...(outcome.status === 'ok' && { succeeded_at: now }),
      });
  }

  async readAll(): Promise<CollectorRun[]> {
    const rows: CollectorRunRow[] = await this.#knex(TABLE).orderBy(
      'collector',
    );
    return rows.map(toRun);
  }
}

function toRun(row: CollectorRunRow): CollectorRun {
  const { collector, entities, failed, status, stored, unchanged } = row;
  return {
    collector,
    status,
    startedAt: Number(row.started_at),
    finishedAt: toInstant(row.finished_at),
    succeededAt: toInstant(row.succeeded_at),
    entities,
    stored,
    unchanged,
    failed,
    error: row.error ?? undefined,
  };
}
