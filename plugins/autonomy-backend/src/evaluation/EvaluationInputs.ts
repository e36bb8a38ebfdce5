import type {
  CollectedFacts,
  CompiledPolicy,
  EvaluationInput,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { CoverageStore } from '../coverage';
import type { DeploymentsStore } from '../deployments';
import type { EntityIndexStore, ScopedEntity } from '../entities';
import type { FactsStore } from '../facts';
import type { IncidentsStore } from '../incidents';

/**
 * @internal
 */
export interface EvaluationInputsOptions {
  coverage: CoverageStore;
  deployments: DeploymentsStore;
  facts: FactsStore;
  incidents: IncidentsStore;
  index: EntityIndexStore;
  policy: CompiledPolicy['policy'];
}

/**
 * Gathers what the engine is told, with one query for each table and batch.
 *
 * @internal
 */
export class EvaluationInputs {
  readonly #options: EvaluationInputsOptions;

  static create(options: EvaluationInputsOptions): EvaluationInputs {
    return new EvaluationInputs(options);
  }

  private constructor(options: EvaluationInputsOptions) {
    this.#options = options;
  }

  /** Inputs of those of the entities that are in scope. */
  async load(
    entityRefs: readonly string[],
    now: number,
  ): Promise<EvaluationInput[]> {
    const { coverage, deployments, facts, incidents, index, policy } =
      this.#options;
    const scoped = await index.readScoped(entityRefs);
    const refs = scoped.map(({ snapshot }) => snapshot.entityRef);
    // No measure over deployments looks back further than trust does.
    const since = now - policy.trust.window;
    const [factsOf, incidentsOf, deploymentsOf, coverageOf] = await Promise.all(
      [
        facts.readFor(refs),
        incidents.readFor(refs),
        deployments.readFor(refs, since),
        coverage.readFor(refs),
      ],
    );
    return scoped.map(entity => {
      const ref = entity.snapshot.entityRef;
      return {
        entity: entity.snapshot,
        facts: [...this.#builtInFacts(entity), ...(factsOf.get(ref) ?? [])],
        incidents: incidentsOf.get(ref) ?? [],
        deployments: deploymentsOf.get(ref) ?? [],
        coverage: coverageOf.get(ref) ?? [],
      };
    });
  }

  #builtInFacts({ confirmedAt, context }: ScopedEntity): CollectedFacts[] {
    const collected = {
      collectedAt: confirmedAt,
      ttl: this.#options.policy.facts.defaultTtl,
    };
    const catalog = {
      collector: 'catalog',
      values: context.catalogFacts,
      ...collected,
    };
    return context.teamFacts
      ? [
          catalog,
          { collector: 'team', values: context.teamFacts, ...collected },
        ]
      : [catalog];
  }
}
