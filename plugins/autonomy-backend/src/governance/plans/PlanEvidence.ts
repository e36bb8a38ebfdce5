import type {
  Evaluation,
  Policy,
  ProposalEvidence,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import type { EntityChecks } from './EntityChecks';
import { incidentRef } from './PlanSubjects';
import type { RepairAdvisor } from './RepairAdvisor';
import type { PlanTerms } from './types';

interface EvidenceOptions {
  advisor: RepairAdvisor;
  checks: EntityChecks;
  knex: Knex;
}

/**
 * What a board sees beside a plan: the incidents with the repair that is advised and why, what may be decided in the
 * areas today, and how the criteria stand.
 *
 * @internal
 */
export class PlanEvidence {
  readonly #options: EvidenceOptions;

  static create(options: EvidenceOptions): PlanEvidence {
    return new PlanEvidence(options);
  }

  private constructor(options: EvidenceOptions) {
    this.#options = options;
  }

  /** @param now - UTC milliseconds */
  async of(
    entityRef: string,
    terms: PlanTerms,
    policy: Policy,
    now: number,
  ): Promise<ProposalEvidence[]> {
    return [
      ...(await this.#incidents(entityRef, terms, policy, now)),
      ...(await this.#rights(entityRef, terms)),
      ...(await this.#criteria(entityRef, terms)),
    ];
  }

  async #incidents(
    entityRef: string,
    { incidents }: PlanTerms,
    policy: Policy,
    now: number,
  ): Promise<ProposalEvidence[]> {
    const { advisor } = this.#options;
    const advised = await advisor.adviseOn(entityRef, incidents, now);
    const titleOf = (area: string) =>
      policy.areas.find(({ id }) => id === area)?.title ?? area;
    return advised.flatMap(({ advice, incident }) => {
      const ref = incidentRef(incident);
      return [
        {
          kind: 'incident',
          ref,
          title: incident.title,
          value: incident.severity,
        },
        {
          kind: 'advice',
          ref,
          title: `Advised repair (${advice.reasons.join(', ')})`,
          value: advice.approach ?? 'none',
        },
        ...advice.trustBefore.areas.map(({ area, value }) => ({
          kind: 'trust',
          ref: area,
          title: `Trust in ${titleOf(area)} before`,
          value,
          bound: policy.repair.weakTrustBelow,
          met: !advice.trustBefore.weak,
        })),
      ];
    });
  }

  async #rights(
    entityRef: string,
    { areas, cap }: PlanTerms,
  ): Promise<ProposalEvidence[]> {
    const row = await this.#options
      .knex('evaluations')
      .where('entity_ref', entityRef)
      .first('body');
    if (!row) {
      return [];
    }
    const { rights } = JSON.parse(row.body) as Evaluation;
    return rights
      .filter(({ area }) => areas.includes(area))
      .map(({ area, effective, title }) => ({
        kind: 'right',
        ref: area,
        title,
        value: effective,
        bound: cap,
      }));
  }

  async #criteria(
    entityRef: string,
    { criteria }: PlanTerms,
  ): Promise<ProposalEvidence[]> {
    const all = await this.#options.checks.of([entityRef]);
    const checks = all.get(entityRef);
    return criteria.map(id => ({
      kind: 'check',
      ref: id,
      title: checks?.get(id)?.title ?? id,
      met: checks?.get(id)?.state === 'pass',
    }));
  }
}
