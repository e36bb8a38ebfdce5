import type { EntitySnapshot } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import type { ProposalOutcome, StoredProposal } from './types';

/**
 * Tells people of proposals, in the transaction that makes them so.
 *
 * @internal
 */
export interface ProposalTelling {
  /** The board has something to decide. */
  opened(
    trx: Knex.Transaction,
    proposal: StoredProposal,
    entity: EntitySnapshot,
    now: number,
  ): Promise<void>;

  /** Those who wait for it know what became of it. */
  decided(
    trx: Knex.Transaction,
    proposal: StoredProposal,
    outcome: ProposalOutcome,
    entity: EntitySnapshot,
    now: number,
  ): Promise<void>;
}
