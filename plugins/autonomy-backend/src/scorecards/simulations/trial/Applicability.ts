import {
  Horizon,
  type CompiledCheck,
  type CompiledPolicy,
  type PolicyApplicability,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { ScopedEntity } from '../../../entities';
import { checksIn, type TriedChecks } from './triedChecks';

const MOST_EXAMPLES = 5;

interface Asked {
  matches: CompiledPolicy['compiled'][number]['matches'];
  checks: readonly CompiledCheck[];
}

/**
 * Counts to how many of some entities checks would apply. A check that is only announced counts as if it were in
 * force already.
 *
 * @internal
 */
export class Applicability {
  readonly #applies: Map<string, number>;
  /** What is asked where, by the domains of an entity. */
  readonly #asked = new Map<string, Asked[]>();
  readonly #examples: string[] = [];
  readonly #horizon: Horizon;
  readonly #policy: CompiledPolicy;
  readonly #tried: readonly TriedChecks[];
  #inScope = 0;
  #selected = 0;

  /**
   * @param options - `now`: UTC milliseconds
   */
  static create(options: {
    now: number;
    policy: CompiledPolicy;
    tried: readonly TriedChecks[];
  }): Applicability {
    return new Applicability(options);
  }

  private constructor(options: Parameters<typeof Applicability.create>[0]) {
    const { now, policy, tried } = options;
    this.#horizon = new Horizon(now);
    this.#policy = policy;
    this.#tried = tried;
    this.#applies = new Map(tried.flatMap(({ ids }) => ids.map(id => [id, 0])));
  }

  add({ context, snapshot }: ScopedEntity): void {
    this.#inScope += 1;
    const { entityRef, kind, metadata, spec } = snapshot;
    const asked = this.#askedIn(context.domainChain).filter(({ matches }) =>
      matches({ kind, metadata, spec }),
    );
    if (asked.length > 0) {
      this.#selected += 1;
    }
    const facts = { catalog: context.catalogFacts };
    const applying = asked
      .flatMap(({ checks }) => checks)
      .filter(({ when }) => {
        const outcome = when?.evaluate(facts, this.#horizon);
        return !outcome || (outcome.kind === 'value' && outcome.value === true);
      });
    for (const { definition } of applying) {
      const before = this.#applies.get(definition.id) ?? 0;
      this.#applies.set(definition.id, before + 1);
    }
    if (applying.length > 0 && this.#examples.length < MOST_EXAMPLES) {
      this.#examples.push(entityRef);
    }
  }

  result(): PolicyApplicability {
    return {
      issues: [],
      inScope: this.#inScope,
      selected: this.#selected,
      checks: [...this.#applies].map(([id, applies]) => ({ id, applies })),
      examples: this.#examples,
    };
  }

  #askedIn(domains: readonly string[]): Asked[] {
    const key = domains.join();
    let asked = this.#asked.get(key);
    if (!asked) {
      const ids = checksIn(this.#tried, domains);
      asked = this.#policy
        .forDomains(domains)
        .compiled.map(({ checks, matches }) => ({
          matches,
          checks: checks.filter(({ definition }) => ids.has(definition.id)),
        }))
        .filter(({ checks }) => checks.length > 0);
      this.#asked.set(key, asked);
    }
    return asked;
  }
}
