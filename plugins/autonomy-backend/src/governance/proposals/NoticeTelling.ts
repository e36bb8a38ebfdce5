import type {
  EntitySnapshot,
  Matter,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import {
  decidedNotices,
  openedNotice,
  type NoticesStore,
} from '../../announcements';
import type { ProposalTelling } from './ProposalTelling';
import type { ProposalOutcome, StoredProposal } from './types';

/** What the evaluation announces by itself. */
const TOLD_ELSEWHERE: ReadonlySet<Matter> = new Set(['promotion']);

/**
 * Tells boards and owners by notifications.
 *
 * @internal
 */
export class NoticeTelling implements ProposalTelling {
  readonly #notices: Pick<NoticesStore, 'add'>;

  static create(options: {
    notices: Pick<NoticesStore, 'add'>;
  }): ProposalTelling {
    return new NoticeTelling(options.notices);
  }

  private constructor(notices: Pick<NoticesStore, 'add'>) {
    this.#notices = notices;
  }

  async opened(
    trx: Knex.Transaction,
    proposal: StoredProposal,
    entity: EntitySnapshot,
    now: number,
  ): Promise<void> {
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
    // Who takes something back knows it.
    if (state !== 'withdrawn' && !TOLD_ELSEWHERE.has(proposal.matter)) {
      const notices = decidedNotices(proposal, state, reason, entity);
      await this.#notices.add(trx, notices, now);
    }
  }
}
