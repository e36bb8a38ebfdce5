import type { ProposalContent } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { ConflictError, NotAllowedError } from '@backstage/errors';
import type { Knex } from 'knex';
import { inTransaction, type Clock } from '../../database';
import type { AsUser } from '../AsUser';
import type { BoardAccess } from '../BoardAccess';
import type { ProposalDesk } from './ProposalDesk';
import type { ListedProposal } from './ProposalQueries';
import type { ProposalViews } from './ProposalViews';

interface AppealOptions {
  boards: BoardAccess;
  clock: Clock;
  desk: Pick<ProposalDesk, 'open'>;
  knex: Knex;
  views: ProposalViews;
}

/**
 * Takes a rejection to the central board, once.
 *
 * @internal
 */
export class ProposalAppeals {
  readonly #options: AppealOptions;

  static create(options: AppealOptions): ProposalAppeals {
    return new ProposalAppeals(options);
  }

  private constructor(options: AppealOptions) {
    this.#options = options;
  }

  /**
   * @returns id of the new proposal
   * @throws NotAllowedError for anybody but the owners; ConflictError where no appeal can be made
   */
  async appeal(
    proposal: ListedProposal,
    reason: string,
    as: AsUser,
  ): Promise<string> {
    const { boards, clock, desk, knex, views } = this.#options;
    const entity = await boards.find(proposal.entityRef, as);
    if ((await boards.roleOf(entity, as)) !== 'owner') {
      throw new NotAllowedError(
        `Only the owners of ${proposal.entityRef} may appeal`,
      );
    }
    const now = await clock.now();
    const [view] = await views.of([proposal], as.credentials, now);
    if (!view.may.appeal) {
      throw new ConflictError(
        `No appeal can be made of ${proposal.id}: a rejection by another board than the central one can be taken there once, for as long as the policy says`,
      );
    }
    const opened = await inTransaction(knex, trx =>
      desk.open(
        trx,
        {
          content: proposal.content,
          entityRef: proposal.entityRef,
          evidence: proposal.evidence,
          isCentral: true,
          isRequest: true,
          // An exemption has its own end, whoever decides.
          lapsesAt: endOf(proposal.content),
          openedBy: as.credentials.principal.userEntityRef,
          reason,
          subject: proposal.subject,
          appealOf: proposal.id,
        },
        now,
      ),
    );
    return opened.id;
  }
}

function endOf(content: ProposalContent): number | undefined {
  return content.matter === 'exemption' ? content.expiresAt : undefined;
}
