import type { Knex } from 'knex';

/**
 * How a run of a job went. Instants are UTC milliseconds.
 *
 * @internal
 */
export interface JobRun<TDetail> {
  startedAt: number;
  finishedAt: number;
  /** `stopped`: asked to end before it was done. */
  status: 'succeeded' | 'failed' | 'stopped';
  detail: TDetail;
}

/**
 * Keeps the last run of each job, so that every replica can tell how it went.
 *
 * @internal
 */
export interface JobRunsStore {
  read<TDetail>(job: string): Promise<JobRun<TDetail> | undefined>;
  write<TDetail>(job: string, run: JobRun<TDetail>): Promise<void>;
}

/**
 * @internal
 */
export class DatabaseJobRunsStore implements JobRunsStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): JobRunsStore {
    return new DatabaseJobRunsStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  async read<TDetail>(job: string): Promise<JobRun<TDetail> | undefined> {
    const row = await this.#knex('job_runs').where({ job }).first();
    return (
      row && {
        startedAt: Number(row.started_at),
        finishedAt: Number(row.finished_at),
        status: row.status,
        detail: JSON.parse(row.detail),
      }
    );
  }

  async write<TDetail>(job: string, run: JobRun<TDetail>): Promise<void> {
    await this.#knex('job_runs')
      .insert({
        job,
        started_at: run.startedAt,
        finished_at: run.finishedAt,
        status: run.status,
        detail: JSON.stringify(run.detail),
      })
      .onConflict('job')
      .merge();
  }
}
