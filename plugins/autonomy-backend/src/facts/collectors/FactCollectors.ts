import type { FactCollector } from '@aligned-autonomy/backstage-plugin-autonomy-node';
import { ConflictError } from '@backstage/errors';
import { checkCollector } from './checkCollector';

/**
 * A collector, and whom to tell that it cannot be used.
 *
 * @internal
 */
export interface InstalledCollector {
  collector: FactCollector;
  /** Blames the module that brought it. */
  reportFailure: (error: Error) => void;
}

/**
 * The collectors that modules bring.
 *
 * @internal
 */
export class FactCollectors {
  readonly #installed = new Map<string, InstalledCollector>();

  static create(): FactCollectors {
    return new FactCollectors();
  }

  private constructor() {}

  /**
   * @throws InputError where it is not what a collector should be
   * @throws ConflictError where its name is taken
   */
  add(installed: InstalledCollector): void {
    const { collector } = installed;
    checkCollector(collector);
    if (this.#installed.has(collector.id)) {
      throw new ConflictError(
        `Another module has added a fact collector ${collector.id} already`,
      );
    }
    this.#installed.set(collector.id, installed);
  }

  /** In the order in which they were added. */
  all(): InstalledCollector[] {
    return [...this.#installed.values()];
  }
}
