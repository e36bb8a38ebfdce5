import type { LoggerService } from '@backstage/backend-plugin-api';
import { contentHash, type Clock } from '../database';
import type { CatalogSweep } from './CatalogSweep';
import { deriveContexts, type ContextSettings } from './context';
import type { EntityIndexStore } from './EntityIndexStore';

/**
 * What one round of indexing did.
 *
 * @internal
 */
export interface IndexingOutcome {
  /** Whether the catalog has entities, and all of them were known and unchanged. */
  settled: boolean;
}

/**
 * Keeps the index and what is derived from it in step with the catalog.
 *
 * @internal
 */
export class EntityIndexer {
  readonly #clock: Clock;
  readonly #confirmEvery: () => number;
  readonly #index: EntityIndexStore;
  readonly #logger: LoggerService;
  readonly #settings: () => ContextSettings;
  readonly #sweep: CatalogSweep;

  /**
   * @param options - `confirmEvery`: milliseconds after which facts that did not change are written
   * again as confirmed; well below their ttl, so that they go stale only if sweeps stop
   */
  static create(options: {
    clock: Clock;
    confirmEvery: () => number;
    index: EntityIndexStore;
    logger: LoggerService;
    settings: () => ContextSettings;
    sweep: CatalogSweep;
  }): EntityIndexer {
    return new EntityIndexer(options);
  }

  private constructor(options: Parameters<typeof EntityIndexer.create>[0]) {
    this.#clock = options.clock;
    this.#confirmEvery = options.confirmEvery;
    this.#index = options.index;
    this.#logger = options.logger;
    this.#settings = options.settings;
    this.#sweep = options.sweep;
  }

  /** One sweep, and the contexts that follow from it. */
  async run(signal?: AbortSignal): Promise<IndexingOutcome> {
    const { seen, changed, deleted } = await this.#sweep.run(signal);
    await this.#deriveContexts();
    const isNews = changed.length + deleted.length > 0;
    if (isNews) {
      this.#logger.info(
        `Catalog sweep: ${seen} entities, ${changed.length} new or changed, ${deleted.length} deleted`,
      );
    }
    return { settled: seen > 0 && !isNews };
  }

  /** Takes the index for complete from now on. */
  async settle(): Promise<void> {
    await this.#index.markSettled(await this.#clock.now());
  }

  async #deriveContexts(): Promise<void> {
    const state = await this.#index.readState();
    const now = await this.#clock.now();
    // One state of both: a publication may come in between.
    const settings = this.#settings();
    const confirmEvery = this.#confirmEvery();
    const derivedWith = contentHash({
      ...settings,
      boards: [...settings.boards],
    });
    const isCurrent =
      state.derivedRevision === state.revision &&
      state.derivedWith === derivedWith;
    if (isCurrent && now - (state.confirmedAt ?? now) < confirmEvery) {
      return;
    }
    const contexts = await deriveContexts(
      await this.#index.readNodes(),
      settings,
    );
    await this.#index.putContexts(
      { contexts, derivedWith, revision: state.revision },
      { now, confirmEvery },
    );
  }
}
