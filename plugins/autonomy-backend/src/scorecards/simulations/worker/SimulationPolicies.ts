import {
  settledPolicy,
  type CompiledPolicy,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { InputError } from '@backstage/errors';
import { LRUCache } from 'lru-cache';
import { setImmediate as breathe } from 'node:timers/promises';
import type { PolicyRegistry } from '../../registry';

/** Compiling takes some tens of milliseconds, and a process goes back and forth between some jobs. */
const MOST_KEPT = 10;

/**
 * The policies that one simulation compares.
 *
 * @internal
 */
export interface ComparedPolicies {
  current: CompiledPolicy;
  currentSettled: CompiledPolicy;
  draft: CompiledPolicy;
  draftSettled: CompiledPolicy;
}

/**
 * Compiles the policies of a simulation once for each process.
 *
 * @internal
 */
export class SimulationPolicies {
  readonly #kept = new LRUCache<string, ComparedPolicies>({ max: MOST_KEPT });
  readonly #policies: Pick<PolicyRegistry, 'attempt' | 'current'>;

  static create(options: {
    policies: Pick<PolicyRegistry, 'attempt' | 'current'>;
  }): SimulationPolicies {
    return new SimulationPolicies(options.policies);
  }

  private constructor(policies: Pick<PolicyRegistry, 'attempt' | 'current'>) {
    this.#policies = policies;
  }

  /**
   * @param simulation - `yaml`: the texts that are tried
   * @throws InputError where they do not fit what is in force any more
   */
  async of({
    id,
    yaml,
  }: {
    id: string;
    yaml: string;
  }): Promise<ComparedPolicies> {
    const { policy: current } = this.#policies.current;
    const kept = this.#kept.get(id);
    if (kept?.current === current) {
      return kept;
    }
    const compared = await this.#compile(current, yaml);
    this.#kept.set(id, compared);
    return compared;
  }

  async #compile(
    current: CompiledPolicy,
    yaml: string,
  ): Promise<ComparedPolicies> {
    const { issues, policy: draft } = this.#policies.attempt(yaml);
    if (!draft) {
      const [{ field, line, message }] = issues;
      throw new InputError(
        `The draft does not fit the policy in force any more: line ${line}: ${field}: ${message}`,
      );
    }
    // One piece after the other: all plugins share the process.
    await breathe();
    const draftSettled = settledPolicy(draft);
    await breathe();
    const currentSettled = settledPolicy(current);
    await breathe();
    return { current, currentSettled, draft, draftSettled };
  }
}
