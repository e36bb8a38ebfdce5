import type {
  AutonomyApi,
  AutonomyEntitySummary,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import DataLoader from 'dataloader';

/** What one request may ask for. */
const LARGEST_BATCH = 500;
/** Milliseconds: enough to page back and forth, too short to mislead. */
const FRESH_FOR = 30_000;

const loaders = new WeakMap<AutonomyApi, SummaryLoader>();

/**
 * Rows of entities, asked for one by one and fetched together.
 * @internal
 */
export class SummaryLoader {
  readonly #loader: DataLoader<string, AutonomyEntitySummary | undefined>;
  #startedAt = 0;

  /** The one that everybody who asks this API shares. */
  static of(api: AutonomyApi): SummaryLoader {
    const loader = loaders.get(api) ?? new SummaryLoader(api);
    loaders.set(api, loader);
    return loader;
  }

  private constructor(api: AutonomyApi) {
    this.#loader = new DataLoader(
      refs => api.getEntitySummaries([...refs]),
      // The cells of a page appear in one commit, whose effects all run before the next task.
      {
        maxBatchSize: LARGEST_BATCH,
        batchScheduleFn: send => setTimeout(send),
      },
    );
  }

  /** Undefined where there is no evaluation to be seen. */
  async load(entityRef: string): Promise<AutonomyEntitySummary | undefined> {
    const now = Date.now();
    if (now - this.#startedAt > FRESH_FOR) {
      this.#loader.clearAll();
      this.#startedAt = now;
    }
    try {
      return await this.#loader.load(entityRef);
    } catch (error) {
      this.#loader.clear(entityRef);
      throw error;
    }
  }
}
