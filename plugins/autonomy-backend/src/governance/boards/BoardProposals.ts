import type { Proposal } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { ReadScopes } from '../../evaluation/reading';
import { readPage } from '../../paging';
import type { AsCaller } from '../AsCaller';
import type { ListedProposal, ProposalQueries } from '../proposals';
import type { ProposalsFilter } from '../proposals/ProposalQueries';
import type { ProposalViews } from '../proposals/ProposalViews';

/**
 * Which proposals of a board are wanted, and how many at the most.
 *
 * @internal
 */
export interface WantedProposals
  extends Pick<ProposalsFilter, 'decided' | 'state'> {
  boardRef: string;
  order: 'asc' | 'desc';
  limit: number;
  /** UTC milliseconds. */
  now: number;
}

/**
 * The proposals of a board about entities that somebody may read.
 *
 * @internal
 */
export class BoardProposals {
  readonly #options: Parameters<typeof BoardProposals.create>[0];

  static create(options: {
    queries: Pick<ProposalQueries, 'list'>;
    scopes: Pick<ReadScopes, 'of'>;
    views: Pick<ProposalViews, 'of'>;
  }): BoardProposals {
    return new BoardProposals(options);
  }

  private constructor(options: Parameters<typeof BoardProposals.create>[0]) {
    this.#options = options;
  }

  /** As the reader sees them, with what they may do; `isCut` where there are more. */
  async read(
    wanted: WantedProposals,
    { credentials }: AsCaller,
  ): Promise<{ items: Proposal[]; isCut: boolean }> {
    const { isCut, rows } = await this.list(wanted, { credentials });
    const items = await this.#options.views.of(rows, credentials, wanted.now);
    return { items, isCut };
  }

  /** The same without what they may do, which takes longer to tell. */
  async list(
    wanted: WantedProposals,
    { credentials }: AsCaller,
  ): Promise<{ rows: ListedProposal[]; isCut: boolean }> {
    const { boardRef, limit, now, ...filter } = wanted;
    const { queries, scopes } = this.#options;
    const { readable, visible } = await scopes.of(credentials);
    const { next, rows } = await readPage<
      ListedProposal,
      Pick<ListedProposal, 'id' | 'openedAt'>
    >({
      from: {},
      limit,
      read: stretch =>
        queries.list(
          { ...filter, ...stretch, board: [boardRef], visible },
          now,
        ),
      positionOf: ({ id, openedAt }) => ({ openedAt, id }),
      refOf: ({ entityRef }) => entityRef,
      readable,
    });
    return { rows, isCut: next !== undefined };
  }
}
