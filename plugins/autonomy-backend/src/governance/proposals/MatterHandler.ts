import type {
  Matter,
  ProposalContent,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { ResourcePermission } from '@backstage/plugin-permission-common';
import type { Knex } from 'knex';
import type { ProposalOutcome, StoredProposal } from './types';

/**
 * What one kind of matter is to the desk.
 *
 * @internal
 */
export interface MatterHandler {
  matter: Matter;
  /** What a member of the board needs to vote, for the entity. */
  permission: ResourcePermission;

  /**
   * Whether a proposal can still be approved, asked before a vote without a transaction: what it hangs on may be
   * evaluated anew for this.
   *
   * @param now - UTC milliseconds
   * @throws ConflictError where it is no longer to be had; the proposal stays open until its owner closes it
   */
  check?(proposal: StoredProposal, now: number): Promise<void>;

  /**
   * Locks what others lock before they mark entities, and marks all that an outcome may concern: the first thing in a
   * transaction that decides.
   *
   * @param now - UTC milliseconds
   */
  lockFirst?(
    trx: Knex.Transaction,
    proposal: StoredProposal,
    now: number,
  ): Promise<void>;

  /**
   * The entities besides a proposal's own that gain or lose by what is proposed: whoever owns one of them does not vote.
   *
   * @returns their refs, in the order of the contents
   */
  alsoConcerned?(
    knex: Knex,
    contents: readonly ProposalContent[],
  ): Promise<string[][]>;

  /**
   * Makes an outcome true, in the transaction that decides. The entity is marked already.
   *
   * @param now - UTC milliseconds
   * @throws ConflictError where an approval can no longer be made true; then nothing is written
   */
  settle(
    trx: Knex.Transaction,
    proposal: StoredProposal,
    outcome: ProposalOutcome,
    now: number,
  ): Promise<void>;
}
