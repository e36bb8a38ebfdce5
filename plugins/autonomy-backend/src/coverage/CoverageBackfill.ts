import type { BatchResponse } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { inChunks, type Clock } from '../database';
import type { EvidenceGate } from '../ingestion';
import type { CoverageKeeper, CoveringSource } from './CoverageKeeper';

const ENTITIES_AT_ONCE = 500;

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
    const total = { stored: 0, unchanged: 0 };
    const covered = [...(await this.#keeper.coveredBy(source))];
    for (const entityRefs of inChunks(covered, ENTITIES_AT_ONCE)) {
      const outcome = await ingestion.ingest(
        entityRefs.map(entityRef => ({
          entityRef,
          source: source.id,
          from,
          to,
          lastHeardAt: to,
        })),
      );
      // What is wrong with one is wrong with all, so the first part tells.
      const error = outcome.results.find(result => result.error)?.error;
      if (error) {
        throw new InputError(`${error.field}: ${error.message}`);
      }
      total.stored += outcome.stored;
      total.unchanged += outcome.unchanged;
    }
    return total;
  }
}
