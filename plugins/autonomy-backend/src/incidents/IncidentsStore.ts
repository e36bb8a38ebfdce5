import type { Incident } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import { inChunks } from '../database';
import type { AlsoStore, EvidenceStore } from '../ingestion';
import type { IncidentItem } from './incidentItemSchema';
import type { IncidentReports, IncidentStatement } from './IncidentReports';
import { foldMerged } from './record/foldMerged';
import { concerned } from './record/IncidentRecord';
import { toIncident, type IncidentRow } from './record/incidentRows';

const CHUNK = 1_000;

/**
 * What went wrong with entities. Consequences stay those of the first report.
 *
 * @internal
 */
export type IncidentsStore = EvidenceStore<IncidentItem, Incident>;

/**
 * Reports become records by way of {@link IncidentReports}; reading folds what was merged.
 *
 * @internal
 */
export class DatabaseIncidentsStore implements IncidentsStore {
  readonly #defaultArea: () => string;
  readonly #knex: Knex;
  readonly #reports: IncidentReports;

  static create(options: {
    defaultArea: () => string;
    knex: Knex;
    reports: IncidentReports;
  }): IncidentsStore {
    return new DatabaseIncidentsStore(options);
  }

  private constructor(
    options: Parameters<typeof DatabaseIncidentsStore.create>[0],
  ) {
    this.#defaultArea = options.defaultArea;
    this.#knex = options.knex;
    this.#reports = options.reports;
  }

  put(items: readonly IncidentItem[], now: number, also?: AlsoStore) {
    const statements = items.map(item => toStatement(item, now));
    return this.#knex.transaction(async trx => {
      const outcome = await this.#reports.apply(trx, statements, now);
      await also?.(trx, outcome);
      return outcome;
    });
  }

  /**
   * Incidents that were reported on entities and those that they caused elsewhere; merged ones once.
   */
  async readFor(
    entityRefs: readonly string[],
  ): Promise<Map<string, Incident[]>> {
    const incidentsOf = new Map<string, Incident[]>();
    for (const chunk of inChunks(entityRefs, CHUNK)) {
      const wanted = new Set(chunk);
      const rows: IncidentRow[] = await this.#knex('incidents')
        .whereIn('entity_ref', chunk)
        .orWhereIn('caused_by', chunk);
      for (const incident of rows.map(toIncident)) {
        for (const ref of concerned(incident)) {
          if (wanted.has(ref)) {
            incidentsOf.set(ref, [...(incidentsOf.get(ref) ?? []), incident]);
          }
        }
      }
    }
    return new Map(
      [...incidentsOf].map(([ref, incidents]) => [
        ref,
        foldMerged(incidents, this.#defaultArea()),
      ]),
    );
  }
}

function toStatement(item: IncidentItem, now: number): IncidentStatement {
  const { occurredAt, ...said } = item;
  return occurredAt === undefined
    ? { ...said, occurredAt: now, undated: true }
    : { ...said, occurredAt };
}
