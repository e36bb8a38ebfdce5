import type {
  CompiledPolicy,
  EntityFigures,
  ExemptionDebt,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import { sortBy } from 'lodash';
import { entitiesInContext } from '../../../evaluation/reading/evaluatedEntities';
import { FIGURES } from '../../../evaluation/reading/summary/figureColumns';
import { toFigures } from '../../../history';
import type { BoardScope } from './BoardScopes';

/**
 * How the entities of a domain stand, as far as the reader may read them.
 *
 * @internal
 */
export interface FiguresOfDomain {
  /** Absent for those without one. */
  domainRef?: string;
  figures: EntityFigures;
  debt: ExemptionDebt;
}

/**
 * Counts what a board answers for.
 *
 * @internal
 */
export class DomainFigures {
  readonly #knex: Knex;
  readonly #policy: CompiledPolicy;

  static create(options: {
    knex: Knex;
    policy: CompiledPolicy;
  }): DomainFigures {
    return new DomainFigures(options.knex, options.policy);
  }

  private constructor(knex: Knex, policy: CompiledPolicy) {
    this.#knex = knex;
    this.#policy = policy;
  }

  /** By ref of the domain; those without one last. */
  async read(scope: BoardScope, boardRef: string): Promise<FiguresOfDomain[]> {
    const raw = (sql: string) => this.#knex.raw(sql);
    const rows: any[] = await entitiesInContext(this.#knex)
      .whereIn('evaluations.entity_ref', scope.ofBoard(boardRef))
      .groupBy('entity_context.domain_ref')
      .select('entity_context.domain_ref')
      // All entities of a domain have the same.
      .select(raw('max(entity_context.domain_chain) as domain_chain'))
      .select(
        Object.entries(FIGURES).map(([name, sql]) => raw(`${sql} as ${name}`)),
      );
    const all = rows.map(row => {
      const domainRef: string | undefined = row.domain_ref ?? undefined;
      const figures = toFigures(row);
      return { domainRef, figures, debt: this.#debtOf(row, figures) };
    });
    return sortBy(all, [
      ({ domainRef }) => domainRef === undefined,
      'domainRef',
    ]);
  }

  #debtOf(row: any, figures: EntityFigures): ExemptionDebt {
    const { exemptPairs, exemptionDebt, guardrailPairs } = figures;
    const chain: string[] = JSON.parse(row.domain_chain ?? '[]');
    return {
      domainRef: row.domain_ref ?? undefined,
      pairs: guardrailPairs,
      exempt: exemptPairs,
      share: exemptionDebt,
      limit: this.#policy.forDomains(chain).policy.exemptions.maxDebt,
    };
  }
}
