import type { Knex } from 'knex';
import { isPostgres } from '../../database';
import type {
  CollectedFacts,
  EvaluationInput,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { AttestationsStore } from '../../attestations';
import type { CoverageStore } from '../../coverage';
import type { DeploymentsStore } from '../../deployments';
import type { EntityIndexStore, ScopedEntity } from '../../entities';
import type { FactsStore } from '../../facts';
import type { IncidentsStore } from '../../incidents';
import type { AuditsStore } from '../../governance/audits';
import type { ExemptionsStore } from '../../governance/exemptions';
import type { GrantsStore } from '../../governance/grants';
import type { PromotionsStore } from '../../governance/promotions';
import type { PlansStore } from '../../governance/plans';
import type { FollowedPolicies } from '../../scorecards';
import { deploymentReach } from './deploymentReach';
import type { EvaluationRecord, EvaluationRecords } from './EvaluationRecords';

/**
 * Where evidence is read from.
 *
 * @internal
 */
export interface EvidenceReaders {
  attestations: Pick<AttestationsStore, 'readFor'>;
  audits: Pick<AuditsStore, 'readFor'>;
  coverage: Pick<CoverageStore, 'readFor'>;
  deployments: Pick<DeploymentsStore, 'readFor'>;
  exemptions: Pick<ExemptionsStore, 'readFor'>;
  facts: Pick<FactsStore, 'readFor' | 'readHistory'>;
  grants: Pick<GrantsStore, 'readFor'>;
  incidents: Pick<IncidentsStore, 'readFor'>;
  plans: Pick<PlansStore, 'readFor'>;
  promotions: Pick<PromotionsStore, 'readFor'>;
}

/**
 * @internal
 */
export interface EvaluationInputsOptions {
  index: Pick<EntityIndexStore, 'readScoped'>;
  knex: Knex;
  policies: Pick<FollowedPolicies, 'current'>;
  records: EvaluationRecords;
  /** Readers on a connection or in a transaction. */
  readersOn: (knex: Knex) => EvidenceReaders;
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

  /**
   * Inputs of those of the entities that are in scope.
   *
   * @param now - UTC milliseconds
   * @param trx - where it is asked within a transaction
   */
  async load(
    entityRefs: readonly string[],
    now: number,
    trx?: Knex.Transaction,
  ): Promise<LoadedInput[]> {
    const { knex } = this.#options;
    if (trx) {
      return this.#loadOn(trx, entityRefs, now);
    }
    if (!isPostgres(knex)) {
      // Its one connection is not kept from others; what is changed meanwhile is marked, and evaluated again.
      return this.#loadOn(knex, entityRefs, now);
    }
    // One connection, and all of one instant.
    return knex.transaction(own => this.#loadOn(own, entityRefs, now), {
      isolationLevel: 'repeatable read',
      readOnly: true,
    });
  }

  async #loadOn(
    knex: Knex,
    entityRefs: readonly string[],
    now: number,
  ): Promise<LoadedInput[]> {
    const { index, policies, readersOn, records } = this.#options;
    const { policy } = policies.current.policy;
    const {
      attestations,
      audits,
      coverage,
      deployments,
      exemptions,
      facts,
      grants,
      incidents,
      plans,
      promotions,
    } = readersOn(knex);
    const scoped = await index.readScoped(entityRefs, knex);
    // Before the evidence: what comes in between is evaluated again, and not taken for known.
    const recordOf = await records.read(entityRefs, knex);
    const refs = scoped.map(({ snapshot }) => snapshot.entityRef);
    // From before the earliest instant that is gone through, because windows end there too.
    const since =
      this.#earliestResumption(refs, recordOf, now) - deploymentReach(policy);
    const factsOf = await facts.readFor(refs);
    const formerOf = await this.#formerFacts(facts, refs, recordOf);
    const incidentsOf = await incidents.readFor(refs);
    const deploymentsOf = await deployments.readFor(refs, since);
    const coverageOf = await coverage.readFor(refs);
    const attestationsOf = await attestations.readFor(refs);
    const auditsOf = await audits.readFor(refs);
    const exemptionsOf = await exemptions.readFor(refs);
    const grantsOf = await grants.readFor(refs);
    const plansOf = await plans.readFor(refs);
    const promotionsOf = await promotions.readFor(refs);
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
          audits: auditsOf.get(ref) ?? [],
          exemptions: exemptionsOf.get(ref) ?? [],
          grants: grantsOf.get(ref) ?? [],
          plans: plansOf.get(ref) ?? [],
          promotions: promotionsOf.get(ref) ?? [],
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
    const { policies, records } = this.#options;
    const { policy } = policies.current.policy;
    const lookBack = records.countsHistory ? policy.trust.window : 0;
    const resumptions = refs.map(ref => {
      const { startedAt = now, state } = recordOf.get(ref) ?? {};
      return state?.evaluatedAt ?? startedAt - lookBack;
    });
    return Math.min(now, ...resumptions);
  }

  /** What was said since the last evaluation, or ever where a record begins that counts it. */
  async #formerFacts(
    facts: EvidenceReaders['facts'],
    refs: readonly string[],
    recordOf: ReadonlyMap<string, EvaluationRecord>,
  ): Promise<Map<string, CollectedFacts[]>> {
    const { records } = this.#options;
    const stateOf = (ref: string) => recordOf.get(ref)?.state;
    const known = refs.filter(stateOf);
    const begun = records.countsHistory
      ? refs.filter(ref => !stateOf(ref))
      : [];
    const recent = await facts.readHistory(
      known,
      Math.min(...known.map(ref => stateOf(ref)!.evaluatedAt)),
    );
    const whole = await facts.readHistory(begun);
    return new Map([...recent, ...whole]);
  }

  #builtInFacts({ confirmedAt, context }: ScopedEntity): CollectedFacts[] {
    const collected = {
      // Their past is not kept: they are taken to have been so ever since.
      since: 0,
      collectedAt: confirmedAt,
      ttl: this.#options.policies.current.policy.policy.facts.defaultTtl,
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
