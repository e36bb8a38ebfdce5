import type { Board } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import { sortBy } from 'lodash';
import type { AutonomyConfig } from '../../../config';
import type { BoardScope } from './BoardScopes';

/** Title by ref, of those that the reader is shown. @internal */
export type TitlesOf = (
  refs: string[],
) => Promise<ReadonlyMap<string, string | undefined>>;

/**
 * Which boards there are.
 *
 * @remarks
 *
 * A board is the central one, that of an entity that the reader may read, or one that decides about such an entity
 * once; and whichever the settings name, for its own members.
 *
 * @internal
 */
export class BoardDirectory {
  readonly #knex: Knex;
  readonly #settings: Pick<AutonomyConfig, 'boards' | 'centralBoard'>;

  static create(options: {
    knex: Knex;
    settings: Pick<AutonomyConfig, 'boards' | 'centralBoard'>;
  }): BoardDirectory {
    return new BoardDirectory(options.knex, options.settings);
  }

  private constructor(
    knex: Knex,
    settings: Pick<AutonomyConfig, 'boards' | 'centralBoard'>,
  ) {
    this.#knex = knex;
    this.#settings = settings;
  }

  /**
   * The central one first, then by ref.
   *
   * @param options - `boardRef`: only this one; `now`: UTC milliseconds
   */
  async list(options: {
    boardRef?: string;
    now: number;
    scope: BoardScope;
    titlesOf: TitlesOf;
  }): Promise<Board[]> {
    const { boardRef, now, scope, titlesOf } = options;
    const { centralBoard } = this.#settings;
    const [domains, open] = await Promise.all([
      this.#domains(scope, boardRef),
      this.#open(scope, now, boardRef),
    ]);
    const refs = new Set([
      ...domains.map(({ board_ref: ref }): string => ref),
      ...open.keys(),
      ...this.#configured(scope),
    ]);
    const wanted = [...refs].filter(
      ref => boardRef === undefined || ref === boardRef,
    );
    const domainRefs = domains.flatMap(row => row.domain_ref ?? []);
    const titles = await titlesOf([...wanted, ...domainRefs]);
    const boards = wanted.map(
      (ref): Board => ({
        boardRef: ref,
        title: titles.get(ref),
        central: ref === centralBoard,
        domains: sortBy(
          domains
            .filter(row => row.board_ref === ref && row.domain_ref !== null)
            .map(row => ({
              domainRef: row.domain_ref as string,
              title: titles.get(row.domain_ref),
              entities: Number(row.total),
            })),
          'domainRef',
        ),
        member: scope.claims.has(ref),
        open: open.get(ref) ?? 0,
      }),
    );
    return sortBy(boards, [({ central }) => !central, 'boardRef']);
  }

  #configured({ claims }: BoardScope): string[] {
    const { boards, centralBoard } = this.#settings;
    const own = [...boards.values()].filter(ref => claims.has(ref));
    return centralBoard === undefined ? own : [...own, centralBoard];
  }

  async #domains(scope: BoardScope, boardRef?: string): Promise<any[]> {
    const query = this.#knex('entity_context')
      .whereIn('entity_context.entity_ref', scope.visible())
      .whereNotNull('board_ref')
      .groupBy('board_ref', 'domain_ref')
      .select('board_ref', 'domain_ref')
      .count('* as total');
    return boardRef === undefined
      ? query
      : query.where({ board_ref: boardRef });
  }

  async #open(
    scope: BoardScope,
    now: number,
    boardRef?: string,
  ): Promise<Map<string, number>> {
    const query = this.#knex('proposals')
      .whereIn('proposals.entity_ref', scope.visible())
      .where('state', 'open')
      .andWhere(waiting =>
        waiting.whereNull('lapses_at').orWhere('lapses_at', '>', now),
      )
      .groupBy('board_ref')
      .select('board_ref')
      .count('* as total');
    const rows: any[] = await (boardRef === undefined
      ? query
      : query.where({ board_ref: boardRef }));
    return new Map(rows.map(row => [row.board_ref, Number(row.total)]));
  }
}
