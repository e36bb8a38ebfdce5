import type { JsonObject, JsonValue } from '@backstage/types';
import type { CollectedFacts, CollectorState, FactReading } from '../../model';
import type { FactPath } from '../cel';
import type { CompiledCheck } from '../CompiledPolicy';
import { latestFacts } from '../latestFacts';
import type { Horizon } from '../time';
import { valueAt } from '../valueAt';
import { determineApplicability, type Applicability } from './applicability';

/** Age against ttl: stale from one ttl on, unusable from two. Model section 2. */
export function freshness(
  collectedAt: number,
  ttl: number,
  now: number,
): CollectorState['state'] {
  const age = now - collectedAt;
  if (age >= 2 * ttl) return 'expired';
  return age >= ttl ? 'stale' : 'fresh';
}

/** A collector of that name would give its facts to all others. */
const PROTOTYPE = '__proto__';

/** The facts about one entity at one instant. */
export class FactContext {
  readonly now: number;
  readonly horizon: Horizon;
  /** What expressions may read, by collector; expired facts are left out. */
  readonly usable: JsonObject = {};
  readonly #documents: Map<string, CollectedFacts>;
  readonly #applicability = new Map<CompiledCheck, Applicability>();
  #hasStale = false;
  #fresh: JsonObject | undefined;

  private constructor(
    documents: Map<string, CollectedFacts>,
    horizon: Horizon,
  ) {
    this.now = horizon.now;
    this.horizon = horizon;
    this.#documents = documents;
    for (const { collector, values, collectedAt, ttl } of documents.values()) {
      horizon.add(collectedAt + ttl);
      horizon.add(collectedAt + 2 * ttl);
      const state = freshness(collectedAt, ttl, this.now);
      if (state !== 'expired' && collector !== PROTOTYPE) {
        this.usable[collector] = values;
      }
      if (state === 'stale') this.#hasStale = true;
    }
  }

  /** Of several documents of one collector the latest counts. */
  static create(
    facts: readonly CollectedFacts[],
    horizon: Horizon,
  ): FactContext {
    return new FactContext(latestFacts(facts), horizon);
  }

  /** The latest document of each collector that ever reported, expired ones too. */
  get documents(): ReadonlyMap<string, CollectedFacts> {
    return this.#documents;
  }

  /** What is usable and no older than its ttl. */
  get fresh(): JsonObject {
    if (!this.#hasStale) return this.usable;
    this.#fresh ??= Object.fromEntries(
      Object.entries(this.usable).filter(
        ([collector]) => this.#stateOf(collector) === 'fresh',
      ),
    );
    return this.#fresh;
  }

  /** Adds facts that the engine itself computed for this instant; they are always fresh. */
  addDerived(collector: string, values: JsonObject): void {
    this.#documents.delete(collector);
    this.usable[collector] = values;
    this.#fresh = undefined;
  }

  /** Whether a collector ever said anything about the entity, however long ago. */
  hasReported(collector: string): boolean {
    return this.#documents.has(collector) || this.#isDerived(collector);
  }

  isFresh(fact: FactPath): boolean {
    return (
      this.#stateOf(fact.segments[0]) === 'fresh' &&
      this.#valueOf(fact) !== undefined
    );
  }

  /** Whether one of the facts is older than its ttl and still counts. */
  isAnyStale(facts: readonly FactPath[]): boolean {
    if (!this.#hasStale) return false;
    return facts.some(({ segments }) => this.#stateOf(segments[0]) === 'stale');
  }

  read(fact: FactPath): FactReading {
    const { path, segments } = fact;
    const value = this.#valueOf(fact);
    return {
      path,
      value,
      state: value === undefined ? 'missing' : this.#stateOf(segments[0])!,
      collectedAt:
        value === undefined
          ? undefined
          : this.#documents.get(segments[0])?.collectedAt,
    };
  }

  /** Whether a check asks its question of this entity; determined once. */
  applicabilityOf(check: CompiledCheck): Applicability {
    const { when, definition } = check;
    if (!when && definition.effectiveFrom === undefined) return 'applicable';
    let applies = this.#applicability.get(check);
    if (applies === undefined) {
      applies = determineApplicability(check, this);
      this.#applicability.set(check, applies);
    }
    return applies;
  }

  #isDerived(collector: string): boolean {
    return Object.hasOwn(this.usable, collector);
  }

  #stateOf(collector: string): CollectorState['state'] | undefined {
    const document = this.#documents.get(collector);
    if (document)
      return freshness(document.collectedAt, document.ttl, this.now);
    return this.#isDerived(collector) ? 'fresh' : undefined;
  }

  /** A null says as little as no value. */
  #valueOf({ segments }: FactPath): JsonValue | undefined {
    const document = this.#documents.get(segments[0]);
    return (
      (document
        ? valueAt(document.values, segments, 1)
        : valueAt(this.usable, segments)) ?? undefined
    );
  }
}
