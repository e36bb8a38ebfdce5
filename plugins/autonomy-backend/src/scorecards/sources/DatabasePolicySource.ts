import { textsAt, type PolicyVersionsStore } from '../versions';
import type { PolicySource, PolicyText } from './PolicyText';

/**
 * What was published here.
 *
 * @internal
 */
export class DatabasePolicySource implements PolicySource {
  readonly #builtIn: ReadonlySet<string>;
  readonly #versions: PolicyVersionsStore;

  /** @param options - `builtIn`: keys (`kind/name`) of the built-in documents */
  static create(options: {
    builtIn: ReadonlySet<string>;
    versions: PolicyVersionsStore;
  }): DatabasePolicySource {
    return new DatabasePolicySource(options);
  }

  private constructor(
    options: Parameters<typeof DatabasePolicySource.create>[0],
  ) {
    this.#builtIn = options.builtIn;
    this.#versions = options.versions;
  }

  async read(now: number): Promise<PolicyText[]> {
    return textsAt(await this.#versions.standing(now), this.#builtIn, now);
  }

  revision(now: number): Promise<string> {
    return this.#versions.revision(now);
  }

  readPublished(now: number): Promise<Record<string, number>> {
    return this.#versions.publishedChecks(now);
  }
}
