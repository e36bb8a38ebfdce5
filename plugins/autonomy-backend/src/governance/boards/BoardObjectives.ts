import type { Knex } from 'knex';

/**
 * The objectives of the domains of a board.
 *
 * @internal
 */
export class BoardObjectives {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): BoardObjectives {
    return new BoardObjectives(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** By ref of the domain; `reviewAt` in UTC milliseconds. */
  async of(
    domainRefs: readonly string[],
  ): Promise<ReadonlyMap<string, { statement: string; reviewAt: number }>> {
    const rows: any[] = domainRefs.length
      ? await this.#knex('objectives')
          .whereIn('domain_ref', domainRefs)
          .select('domain_ref', 'statement', 'review_at')
      : [];
    return new Map(
      rows.map(row => [
        row.domain_ref,
        { statement: row.statement, reviewAt: Number(row.review_at) },
      ]),
    );
  }
}
