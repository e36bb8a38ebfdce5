import type { JsonObject } from '@backstage/types';
import type { CollectedFacts, FactReading } from '../../model';
import type { FactPath } from '../cel';
import { valueAt } from '../valueAt';

type CollectorFreshness = 'fresh' | 'stale' | 'expired';

interface KnownCollector {
  values: JsonObject;
  state: CollectorFreshness;
  collectedAt?: number;
}

/** Age against ttl: stale from one ttl on, unusable from two. Model section 2. */
export function freshness(
  { collectedAt, ttl }: Pick<CollectedFacts, 'collectedAt' | 'ttl'>,
  now: number,
): CollectorFreshness {
  const age = now - collectedAt;
  if (age >= 2 * ttl) return 'expired';
  return age >= ttl ? 'stale' : 'fresh';
}

/** The facts about one entity at one instant. */
export class FactContext {
  readonly now: number;
  /** What expressions may read, by collector; expired facts are left out. */
  readonly usable: JsonObject = {};
  readonly #collectors = new Map<string, KnownCollector>();

  private constructor(now: number) {
    this.now = now;
  }

  static create(facts: readonly CollectedFacts[], now: number): FactContext {
    const context = new FactContext(now);
    for (const { collector, values, collectedAt, ttl } of facts) {
      const state = freshness({ collectedAt, ttl }, now);
      context.#collectors.set(collector, { values, state, collectedAt });
      if (state !== 'expired') context.usable[collector] = values;
    }
    return context;
  }

  /** Adds facts that the engine itself computed for this instant; they are always fresh. */
  addDerived(collector: string, values: JsonObject): void {
    this.#collectors.set(collector, { values, state: 'fresh' });
    this.usable[collector] = values;
  }

  read({ path, segments }: FactPath): FactReading {
    const [name, ...keys] = segments;
    const collector = this.#collectors.get(name);
    // A null says as little as no value.
    const value = collector && (valueAt(collector.values, keys) ?? undefined);
    if (!collector || value === undefined) return { path, state: 'missing' };
    const { state, collectedAt } = collector;
    return collectedAt === undefined
      ? { path, value, state }
      : { path, value, state, collectedAt };
  }
}
