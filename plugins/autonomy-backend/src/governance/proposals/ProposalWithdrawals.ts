import { ConflictError, NotAllowedError } from '@backstage/errors';
import type { Knex } from 'knex';
import { inTransaction, type Clock } from '../../database';
import type { AsUser } from '../AsUser';
import type { BoardAccess } from '../BoardAccess';
import type { ProposalDesk } from './ProposalDesk';
import type { ListedProposal } from './ProposalQueries';

interface WithdrawalOptions {
  boards: BoardAccess;
  clock: Clock;
  desk: Pick<ProposalDesk, 'end'>;
  knex: Knex;
}

/**
 * Takes back what somebody asked for.
 *
 * @internal
 */
export class ProposalWithdrawals {
  readonly #options: WithdrawalOptions;

  static create(options: WithdrawalOptions): ProposalWithdrawals {
    return new ProposalWithdrawals(options);
  }

  private constructor(options: WithdrawalOptions) {
    this.#options = options;
  }

  /**
   * @throws NotAllowedError for anybody but who asked and the owners; ConflictError where it is decided
   */
  async withdraw(proposal: ListedProposal, as: AsUser): Promise<void> {
    const { boards, clock, desk, knex } = this.#options;
    const { userEntityRef: by } = as.credentials.principal;
    const entity = await boards.find(proposal.entityRef, as);
    const isOwner = (await boards.roleOf(entity, as)) === 'owner';
    const isOwn =
      proposal.isRequest &&
      proposal.openedBy !== undefined &&
      (isOwner || proposal.openedBy === by);
    if (!isOwn) {
      throw new NotAllowedError('Only those who asked for it may take it back');
    }
    const now = await clock.now();
    const isTaken =
      proposal.state === 'open' &&
      (await inTransaction(knex, trx =>
        desk.end(trx, proposal.id, { state: 'withdrawn', by }, now),
      ));
    if (!isTaken) {
      throw new ConflictError(
        `The proposal ${proposal.id} is over: it is ${proposal.state}`,
      );
    }
  }
}
