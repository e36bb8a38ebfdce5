import type {
  CollectedFacts,
  CompiledPolicy,
  EvaluationInput,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { AttestationsStore } from '../attestations';
import type { CoverageStore } from '../coverage';
import type { DeploymentsStore } from '../deployments';
import type { EntityIndexStore, ScopedEntity } from '../entities';
import type { FactsStore } from '../facts';
import type { IncidentsStore } from '../incidents';
import { deploymentReach } from './deploymentReach';
import type { EvaluationRecord, EvaluationRecords } from './EvaluationRecords';

/**
 * @internal
 */
export interface EvaluationInputsOptions {
  attestations: Pick<AttestationsStore, 'readFor'>;
  coverage: CoverageStore;
  deployments: DeploymentsStore;
  facts: FactsStore;
  incidents: IncidentsStore;
  index: EntityIndexStore;
  policy: CompiledPolicy['policy'];
  records: EvaluationRecords;
}

/**
 * What the engine is told about an entity, without the state that the record holds.
 *
 * @internal
 */
export interface LoadedInput {
  input: EvaluationInput;
  /** Absent before the first evaluation. */
  record?: EvaluationRecord;
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
  ): Promise<LoadedInput[]> {
    const {
      attestations,
      coverage,
      deployments,
      facts,
      incidents,
      index,
      policy,
      records,
    } = this.#options;
    const [scoped, recordOf] = await Promise.all([
      index.readScoped(entityRefs),
      // Before the evidence: what comes in between is evaluated again, and not taken for known.
      records.read(entityRefs),
    ]);
    const refs = scoped.map(({ snapshot }) => snapshot.entityRef);
    // From before the earliest instant that is gone through, because windows end there too.
    const since =
      this.#earliestResumption(refs, recordOf, now) - deploymentReach(policy);
    const [
      factsOf,
      formerOf,
      incidentsOf,
      deploymentsOf,
      coverageOf,
      attestationsOf,
    ] = await Promise.all([
      facts.readFor(refs),
      this.#formerFacts(refs, recordOf),
      incidents.readFor(refs),
      deployments.readFor(refs, since),
      coverage.readFor(refs),
      attestations.readFor(refs),
    ]);
    return scoped.map(entity => {
      const ref = entity.snapshot.entityRef;
      return {
        input: {
          entity: entity.snapshot,
          facts: [
            ...this.#builtInFacts(entity),
            ...(factsOf.get(ref) ?? []),
            ...(formerOf.get(ref) ?? []),
          ],
          incidents: incidentsOf.get(ref) ?? [],
          deployments: deploymentsOf.get(ref) ?? [],
          coverage: coverageOf.get(ref) ?? [],
          attestations: attestationsOf.get(ref) ?? [],
        },
        record: recordOf.get(ref),
      };
    });
  }

  /** The first instant that the engine goes through again, in UTC milliseconds. */
  #earliestResumption(
    refs: readonly string[],
    recordOf: ReadonlyMap<string, EvaluationRecord>,
    now: number,
  ): number {
    const { policy, records } = this.#options;
    const lookBack = records.countsHistory ? policy.trust.window : 0;
    const resumptions = refs.map(ref => {
      const { startedAt = now, state } = recordOf.get(ref) ?? {};
      return state?.evaluatedAt ?? startedAt - lookBack;
    });
    return Math.min(now, ...resumptions);
  }

  /** What was said since the last evaluation, or ever where a record begins that counts it. */
  async #formerFacts(
    refs: readonly string[],
    recordOf: ReadonlyMap<string, EvaluationRecord>,
  ): Promise<Map<string, CollectedFacts[]>> {
    const { facts, records } = this.#options;
    const stateOf = (ref: string) => recordOf.get(ref)?.state;
    const known = refs.filter(stateOf);
    const begun = records.countsHistory
      ? refs.filter(ref => !stateOf(ref))
      : [];
    const [recent, whole] = await Promise.all([
      facts.readHistory(
        known,
        Math.min(...known.map(ref => stateOf(ref)!.evaluatedAt)),
      ),
      facts.readHistory(begun),
    ]);
    return new Map([...recent, ...whole]);
  }

  #builtInFacts({ confirmedAt, context }: ScopedEntity): CollectedFacts[] {
    const collected = {
      // Their past is not kept: they are taken to have been so ever since.
      since: 0,
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
