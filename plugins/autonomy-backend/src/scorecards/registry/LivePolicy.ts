import type { CompiledPolicy } from '@aligned-autonomy/backstage-plugin-autonomy-common';

/**
 * Always says what the policy in force says. It is for whoever asks it anew each time: it is not to be compared, nor
 * kept as a key, and two questions may meet two policies.
 *
 * @internal
 */
export class LivePolicy implements CompiledPolicy {
  readonly #current: () => CompiledPolicy;

  static create(current: () => CompiledPolicy): LivePolicy {
    return new LivePolicy(current);
  }

  private constructor(current: () => CompiledPolicy) {
    this.#current = current;
  }

  get version() {
    return this.#current().version;
  }

  get policy() {
    return this.#current().policy;
  }

  get base() {
    return this.#current().base;
  }

  get scorecards() {
    return this.#current().scorecards;
  }

  get compiled() {
    return this.#current().compiled;
  }

  get overlays() {
    return this.#current().overlays;
  }

  forDomains(domains: readonly string[]): CompiledPolicy {
    return this.#current().forDomains(domains);
  }
}
