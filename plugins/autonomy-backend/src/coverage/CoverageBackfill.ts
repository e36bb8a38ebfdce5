import type { BatchResponse } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { Clock } from '../database';
import type { EvidenceGate } from '../ingestion';
import type { CoverageKeeper, CoveringSource } from './CoverageKeeper';

/**
 * @internal
 */
export interface SetBackRequest {
  source: string;
  /** ISO 8601 with zone. */
  from: string;
  /** ISO 8601 with zone; until now unless told. */
  to?: string;
}

/**
 * Declares that a source watched what it watches today for longer than it was connected.
 *
 * @internal
 */
export class CoverageBackfill {
  readonly #clock: Clock;
  readonly #gate: EvidenceGate;
  readonly #keeper: Pick<CoverageKeeper, 'coveredBy'>;
  readonly #sources: readonly CoveringSource[];

  static create(options: {
    clock: Clock;
    /** The way in for coverage. */
    gate: EvidenceGate;
    keeper: Pick<CoverageKeeper, 'coveredBy'>;
    sources: readonly CoveringSource[];
  }): CoverageBackfill {
    return new CoverageBackfill(options);
  }

  private constructor(options: Parameters<typeof CoverageBackfill.create>[0]) {
    this.#clock = options.clock;
    this.#gate = options.gate;
    this.#keeper = options.keeper;
    this.#sources = options.sources;
  }

  /**
   * Sets back the coverage of every entity that the configuration says the source watches.
   *
   * @returns how many entities
   * @throws NotAllowedError where the caller may not load history
   * @throws InputError that names the field
   */
  async setBack(
    request: SetBackRequest,
    { credentials }: { credentials: BackstageCredentials },
  ): Promise<Pick<BatchResponse, 'stored' | 'unchanged'>> {
    const ingestion = await this.#gate.admit({ credentials });
    const source = this.#sources.find(({ id }) => id === request.source);
    if (!source?.covers) {
      throw new InputError(
        `source: expected a configured source that says what it covers, found ${JSON.stringify(
          request.source.slice(0, 60),
        )}`,
      );
    }
    const { from, to = new Date(await this.#clock.now()).toISOString() } =
      request;
    const entityRefs = await this.#keeper.coveredBy(source);
    const outcome = await ingestion.ingest(
      [...entityRefs].map(entityRef => ({
        entityRef,
        source: source.id,
        from,
        to,
        lastHeardAt: to,
      })),
    );
    const error = outcome.results.find(result => result.error)?.error;
    if (error) {
      throw new InputError(`${error.field}: ${error.message}`);
    }
    return { stored: outcome.stored, unchanged: outcome.unchanged };
  }
}
