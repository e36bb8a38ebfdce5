import { autonomyProposalDecidePermission } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import { PLACEMENTS_TABLE } from '../../entities';
import type {
  MatterHandler,
  ProposalOutcome,
  StoredProposal,
} from '../proposals';

/**
 * Takes down that a board has looked at a difference of the tiers. Approved, it is as it should be; rejected, the owners
 * have to correct it. Either way nobody is asked again until one of the figures changes, and the stricter tier counts.
 *
 * @internal
 */
export class TierReviewHandler implements MatterHandler {
  readonly matter = 'tier-review';
  readonly permission = autonomyProposalDecidePermission;

  static create(): TierReviewHandler {
    return new TierReviewHandler();
  }

  private constructor() {}

  async settle(
    trx: Knex.Transaction,
    { entityRef, subject }: StoredProposal,
    { state }: ProposalOutcome,
  ): Promise<void> {
    const isSeen = state === 'approved' || state === 'rejected';
    await trx(PLACEMENTS_TABLE)
      .where('entity_ref', entityRef)
      .update({
        asked_difference: null,
        ...(isSeen && { known_difference: subject }),
      });
  }
}
