import type {
  CompiledPolicy,
  ExemptionDebt,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import { groupBy } from 'lodash';
import { inChunks } from '../../database';
import { entitiesInContext } from '../../evaluation/reading/evaluatedEntities';
import { EvaluationShapes, statusOf } from '../../evaluation/reading/shapes';
import { exemptionsInForce } from './recordedExemptions';

const CHUNK = 200;

/**
 * At which instant debt is counted, and where.
 *
 * @internal
 */
export interface DebtOptions {
  /** UTC milliseconds. */
  now: number;
  /** A transaction; the connection unless told. */
  knex?: Knex;
}

/**
 * How many of the pairs of entities and guardrails of a domain are exempt. Model section 11.
 *
 * @internal
 */
export interface ExemptionDebtReader {
  /**
   * @param domainRefs - undefined is what belongs to no domain
   * @returns in the order asked for; each domain for itself, without those below it
   */
  debtOf(
    domainRefs: readonly (string | undefined)[],
    options: DebtOptions,
  ): Promise<ExemptionDebt[]>;
}

/**
 * Counts exemptions in force where the guardrail does not pass, which is what summaries call exempt; but from the
 * instant of the decision on, whether or not the entity was evaluated since.
 *
 * @internal
 */
export class DatabaseExemptionDebtReader implements ExemptionDebtReader {
  readonly #knex: Knex;
  readonly #policy: CompiledPolicy;
  readonly #shapes: EvaluationShapes;

  static create(options: {
    knex: Knex;
    policy: CompiledPolicy;
  }): DatabaseExemptionDebtReader {
    return new DatabaseExemptionDebtReader(options);
  }

  private constructor({
    knex,
    policy,
  }: Parameters<typeof DatabaseExemptionDebtReader.create>[0]) {
    this.#knex = knex;
    this.#policy = policy;
    this.#shapes = EvaluationShapes.create({ knex });
  }

  async debtOf(
    domainRefs: readonly (string | undefined)[],
    { knex = this.#knex, now }: DebtOptions,
  ): Promise<ExemptionDebt[]> {
    const found = new Map<string | null, ExemptionDebt>();
    for (const chunk of inChunks([...new Set(domainRefs)], CHUNK)) {
      const refs = chunk.filter(ref => ref !== undefined);
      const withNone = refs.length < chunk.length;
      const among = (query: Knex.QueryBuilder) =>
        query.where(any => {
          any.whereIn('entity_context.domain_ref', refs);
          if (withNone) {
            any.orWhereNull('entity_context.domain_ref');
          }
        });
      const pairs = await this.#pairs(knex, among);
      const exempt = await this.#exempt(knex, among, now);
      for (const ref of chunk) {
        const key = ref ?? null;
        const counted = pairs.get(key);
        const domain = {
          pairs: counted?.pairs ?? 0,
          exempt: exempt.get(key) ?? 0,
        };
        found.set(key, {
          domainRef: ref,
          ...domain,
          share: domain.pairs > 0 ? domain.exempt / domain.pairs : undefined,
          limit: this.#limit(counted?.chain ?? (ref ? [ref] : [])),
        });
      }
    }
    return domainRefs.map(ref => ({ ...found.get(ref ?? null)! }));
  }

  #limit(domainChain: readonly string[]): number {
    return this.#policy.forDomains(domainChain).policy.exemptions.maxDebt;
  }

  async #pairs(
    knex: Knex,
    among: (query: Knex.QueryBuilder) => Knex.QueryBuilder,
  ): Promise<Map<string | null, { pairs: number; chain: string[] }>> {
    const rows: any[] = await among(entitiesInContext(knex))
      .groupBy('entity_context.domain_ref')
      .select(
        'entity_context.domain_ref',
        knex.raw(
          'coalesce(sum(length(evaluations.guardrail_states)), 0) as pairs',
        ),
        // Those of one domain all have its chain.
        knex.raw('max(entity_context.domain_chain) as chain'),
      );
    return new Map(
      rows.map(({ chain, domain_ref: ref, pairs }) => [
        ref,
        {
          pairs: Number(pairs),
          chain: ref === null ? [] : JSON.parse(chain ?? 'null') ?? [ref],
        },
      ]),
    );
  }

  /** There are few exemptions, so that what they are of is looked up one by one. */
  async #exempt(
    knex: Knex,
    among: (query: Knex.QueryBuilder) => Knex.QueryBuilder,
    now: number,
  ): Promise<Map<string | null, number>> {
    const { maxDuration } = this.#policy.policy.exemptions;
    const rows: any[] = await among(
      entitiesInContext(knex).join(
        exemptionsInForce(knex, { maxDuration, now }).as('in_force'),
        'in_force.entity_ref',
        'evaluations.entity_ref',
      ),
    )
      .distinct()
      .select(
        'entity_context.domain_ref',
        'evaluations.guardrail_states',
        'evaluations.shape_id',
        'in_force.entity_ref',
        'in_force.check_id',
      );
    // On the connection of the transaction: there may be no other.
    const shapes = await (knex === this.#knex
      ? this.#shapes
      : EvaluationShapes.create({ knex })
    ).of(rows.flatMap(row => row.shape_id ?? []));
    const exempt = rows.filter(row => {
      const guardrails = shapes.get(row.shape_id)?.guardrails ?? [];
      const index = guardrails.findIndex(({ id }) => id === row.check_id);
      const letter = row.guardrail_states?.[index];
      return letter !== undefined && statusOf(letter) !== 'ok';
    });
    return new Map(
      Object.values(groupBy(exempt, row => row.domain_ref ?? '')).map(
        domain => [domain[0].domain_ref, domain.length],
      ),
    );
  }
}
