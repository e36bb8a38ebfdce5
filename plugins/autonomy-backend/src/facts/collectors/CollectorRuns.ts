/**
 * @internal
 */
export type CollectorRunStatus = 'running' | 'ok' | 'partial' | 'failed';

/**
 * What came of a run, in numbers of entities.
 *
 * @internal
 */
export interface CollectionOutcome {
  status: Exclude<CollectorRunStatus, 'running'>;
  /** Those that were asked about. */
  entities: number;
  stored: number;
  unchanged: number;
  failed: number;
  /** Of the first failure, fit to be shown. */
  error?: string;
}

/**
 * The last run of a collector. Instants are UTC milliseconds.
 *
 * @remarks
 *
 * While it runs, everything but `startedAt` is of the run before.
 *
 * @internal
 */
export interface CollectorRun extends Omit<CollectionOutcome, 'status'> {
  collector: string;
  status: CollectorRunStatus;
  startedAt: number;
  finishedAt?: number;
  /** The end of the last run without any failure. */
  succeededAt?: number;
}

/**
 * Remembers the last run of each collector.
 *
 * @internal
 */
export interface CollectorRuns {
  /** @param now - UTC milliseconds */
  start(collector: string, now: number): Promise<void>;
  /** @param now - UTC milliseconds */
  finish(
    collector: string,
    outcome: CollectionOutcome,
    now: number,
  ): Promise<void>;
  /** By name, those of collectors that are no longer installed included. */
  readAll(): Promise<CollectorRun[]>;
}
