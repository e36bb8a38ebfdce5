import type {
  EntitySnapshot,
  Matter,
  ProposalState,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import {
  decidedNotices,
  openedNotice,
  type NoticesStore,
  type Outbox,
  type ProposalNews,
} from '../../announcements';
import type { ProposalTelling } from './ProposalTelling';
import type { ProposalOutcome, StoredProposal } from './types';

/** What the evaluation tells people by itself. */
const TOLD_ELSEWHERE: ReadonlySet<Matter> = new Set(['promotion']);

/**
 * Tells boards and owners by notifications, and other plugins by events.
 *
 * @internal
 */
export class AnnouncedTelling implements ProposalTelling {
  readonly #notices: Pick<NoticesStore, 'add'>;
  readonly #outbox: Pick<Outbox, 'putProposal'>;

  static create(options: {
    notices: Pick<NoticesStore, 'add'>;
    outbox: Pick<Outbox, 'putProposal'>;
  }): ProposalTelling {
    return new AnnouncedTelling(options);
  }

  private constructor(options: Parameters<typeof AnnouncedTelling.create>[0]) {
    this.#notices = options.notices;
    this.#outbox = options.outbox;
  }

  async opened(
    trx: Knex.Transaction,
    proposal: StoredProposal,
    entity: EntitySnapshot,
    now: number,
  ): Promise<void> {
    const news = newsOf(proposal, entity, 'open', now);
    await this.#outbox.putProposal(trx, news, now);
    if (!TOLD_ELSEWHERE.has(proposal.matter)) {
      await this.#notices.add(trx, [openedNotice(proposal, entity)], now);
    }
  }

  async decided(
    trx: Knex.Transaction,
    proposal: StoredProposal,
    { reason, state }: ProposalOutcome,
    entity: EntitySnapshot,
    now: number,
  ): Promise<void> {
    await this.#outbox.putProposal(
      trx,
      newsOf(proposal, entity, state, now),
      now,
    );
    // Who takes something back knows it.
    if (state !== 'withdrawn' && !TOLD_ELSEWHERE.has(proposal.matter)) {
      const notices = decidedNotices(proposal, state, reason, entity);
      await this.#notices.add(trx, notices, now);
    }
  }
}

function newsOf(
  { boardRef, domainRef, entityRef, id, matter }: StoredProposal,
  { ownerRef }: EntitySnapshot,
  state: ProposalState,
  at: number,
): ProposalNews {
  return {
    id: `proposal/${id}/${state}`,
    proposalId: id,
    ...{ matter, entityRef, boardRef, state, at },
    ...(ownerRef?.startsWith('group:') && { ownerRef }),
    ...(domainRef !== undefined && { domainRef }),
  };
}
