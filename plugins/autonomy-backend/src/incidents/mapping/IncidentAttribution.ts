import type { IncidentReport } from '@aligned-autonomy/backstage-plugin-autonomy-node';
import { messageOf } from '../../database';
import type { EntityIndexStore } from '../../entities';
import { inTurns } from '../../tasks/inTurns';
import type { IncidentStatement } from '../IncidentReports';
import type { IncidentMapping } from './IncidentMapping';

/** Mapping one takes some hundredths of a millisecond. */
const REPORTS_PER_TURN = 50;

/**
 * What a source says of an incident.
 *
 * @internal
 */
export interface SourceReport {
  source: string;
  report: IncidentReport;
}

/**
 * What it is about, or why nobody knows.
 *
 * @internal
 */
export type Attribution =
  | { statement: IncidentStatement; reason?: undefined }
  | { statement?: undefined; reason: string };

/**
 * Attributes incidents to entities of the catalog. Those of entities that nobody knows would be lost
 * without a word, so they are told apart.
 *
 * @internal
 */
export class IncidentAttribution {
  readonly #index: Pick<EntityIndexStore, 'listKnown'>;
  readonly #mapping: IncidentMapping;

  static create(options: {
    index: Pick<EntityIndexStore, 'listKnown'>;
    mapping: IncidentMapping;
  }): IncidentAttribution {
    return new IncidentAttribution(options.index, options.mapping);
  }

  private constructor(
    index: Pick<EntityIndexStore, 'listKnown'>,
    mapping: IncidentMapping,
  ) {
    this.#index = index;
    this.#mapping = mapping;
  }

  /** One for each report, in the order given. */
  async attribute(reports: readonly SourceReport[]): Promise<Attribution[]> {
    const mapped: Attribution[] = [];
    for await (const report of inTurns(reports, REPORTS_PER_TURN)) {
      mapped.push(this.#map(report));
    }
    const refs = new Set(
      mapped.flatMap(({ statement }) => statement?.entityRef ?? []),
    );
    const known = await this.#index.listKnown([...refs]);
    return mapped.map(one =>
      one.statement && !known.has(one.statement.entityRef)
        ? { reason: `${one.statement.entityRef} is not in the catalog` }
        : one,
    );
  }

  #map({ report, source }: SourceReport): Attribution {
    try {
      return { statement: this.#mapping.apply(source, report) };
    } catch (error) {
      return { reason: messageOf(error) };
    }
  }
}
