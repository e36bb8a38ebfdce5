import { autonomyProposalDecidePermission } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { ConflictError } from '@backstage/errors';
import type { Knex } from 'knex';
import {
  PLACEMENTS_TABLE,
  settledColumns,
  type PendingMove,
  type PlacementRow,
} from '../../entities';
import type {
  MatterHandler,
  ProposalOutcome,
  StoredProposal,
} from '../proposals';

/**
 * Lets a move to a laxer tier or domain count once the receiving board approves it. The entity is marked, so no sweep
 * writes it meanwhile.
 *
 * @internal
 */
export class PlacementHandler implements MatterHandler {
  readonly matter = 'placement';
  readonly permission = autonomyProposalDecidePermission;

  static create(): PlacementHandler {
    return new PlacementHandler();
  }

  private constructor() {}

  async settle(
    trx: Knex.Transaction,
    { entityRef }: StoredProposal,
    { state }: ProposalOutcome,
  ): Promise<void> {
    const rows = () => trx(PLACEMENTS_TABLE).where('entity_ref', entityRef);
    const row: PlacementRow | undefined = await rows().forUpdate().first();
    if (state !== 'approved') {
      await rows().update({
        asked_move: null,
        // On appeal it was rejected before.
        ...(state === 'rejected' && {
          rejected_move: row?.asked_move ?? row?.rejected_move,
        }),
      });
      return;
    }
    // On appeal it may still wait though nothing was noted as asked.
    const isSame =
      row?.pending && [row.asked_move, row.rejected_move].includes(row.move);
    if (!row?.pending || !isSame) {
      throw new ConflictError(
        `The move of ${entityRef} cannot be approved: the catalog no longer says so`,
      );
    }
    const { proposed }: PendingMove = JSON.parse(row.pending);
    const settled = settledColumns(proposed);
    await rows().update({
      ...settled,
      pending: null,
      move: null,
      asked_move: null,
      rejected_move: null,
    });
    const { declared_tier: _declared, ...columns } = settled;
    await trx('entity_context').where('entity_ref', entityRef).update(columns);
  }
}
