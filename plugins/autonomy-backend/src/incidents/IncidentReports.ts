import type {
  IncidentReview,
  Severity,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import type { UpsertOutcome } from '../database';

/**
 * What a reporter says of an incident, attributed to an entity. Instants are UTC milliseconds.
 *
 * @internal
 */
export interface IncidentStatement {
  source: string;
  /** Unique within the source. */
  id: string;
  /** The entity that the reporter attributes it to; the first report fixes it. */
  entityRef: string;
  title: string;
  severity: Severity;
  /** Decision areas. */
  areas: string[];
  startedAt: number;
  resolvedAt?: number;
  url?: string;
  irreversible?: boolean;
  review?: IncidentReview;
  /** An entity ref or `external`. */
  causedBy?: string;
  /** Entities that felt it; it debits none of them. */
  affected?: string[];
  /** The id of another incident of the same source that this one is part of. */
  mergedInto?: string;
  /** Since when the reporter says this; the newest statement counts, whatever order they arrive in. */
  occurredAt: number;
  /**
   * That the reporter does not tell since when: `occurredAt` is the time of arrival. Such a statement is
   * newer than all before it, and no news where it repeats the newest.
   */
  undated?: boolean;
}

/**
 * The one way on which reports become the record of incidents.
 *
 * @internal
 */
export interface IncidentReports {
  /**
   * Applies statements in the caller's transaction, each incident exactly once whatever is repeated,
   * reordered or applied by another replica at the same time.
   *
   * @param now - UTC milliseconds, kept as the time of recording
   * @returns an outcome for each statement, in the order given, and the entities whose record changed
   */
  apply(
    trx: Knex.Transaction,
    statements: readonly IncidentStatement[],
    now: number,
  ): Promise<UpsertOutcome>;
}
