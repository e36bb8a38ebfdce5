import type { CheckResult } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { NotFoundError } from '@backstage/errors';
import type { Knex } from 'knex';
import type { EntityIndexStore } from '../../entities';
import type { ProposalDesk } from '../proposals';
import { readEvaluation } from '../readEvaluation';
import { findCheck } from './assertExemptible';
import { exemptionEvidence } from './exemptionEvidence';
import type { OpenRequest } from './ExemptionRequests';
import { centralReasons } from './exemptionRules';
import type { ExemptionStakesReader } from './ExemptionStakesReader';

/**
 * @internal
 */
export interface ExemptionProposalsOptions {
  desk: Pick<ProposalDesk, 'open'>;
  index: Pick<EntityIndexStore, 'readScoped'>;
  stakes: ExemptionStakesReader;
}

/**
 * Brings requests for exemptions to the board that may approve them.
 *
 * @internal
 */
export class ExemptionProposals {
  readonly #options: ExemptionProposalsOptions;

  static create(options: ExemptionProposalsOptions): ExemptionProposals {
    return new ExemptionProposals(options);
  }

  private constructor(options: ExemptionProposalsOptions) {
    this.#options = options;
  }

  /**
   * @param now - UTC milliseconds
   * @throws NotFoundError for an entity without an evaluation; ConflictError where nobody decides
   */
  async open(
    trx: Knex.Transaction,
    request: OpenRequest,
    now: number,
  ): Promise<{ proposalId: string; renewalOf?: string }> {
    const { desk, index, stakes } = this.#options;
    const { checkId, entityRef, expiresAt } = request;
    const [entity] = await index.readScoped([entityRef], trx);
    const evaluation = await readEvaluation(trx, entityRef);
    if (!entity || !evaluation) {
      throw new NotFoundError(`No evaluation of ${entityRef}`);
    }
    const check = findCheck(checkId, evaluation) ?? noCheck(checkId);
    const seen = await stakes.read(
      trx,
      { checkId, entity: entity.snapshot, evaluation },
      now,
    );
    const proposal = await desk.open(
      trx,
      {
        content: {
          matter: 'exemption',
          requestId: request.id,
          checkId,
          title: check.title,
          expiresAt,
          mandatory: seen.isMandatory,
          renewalOf: seen.renewalOf,
        },
        entityRef,
        evidence: exemptionEvidence(check, seen),
        isCentral: centralReasons(seen).length > 0,
        isRequest: true,
        lapsesAt: expiresAt,
        openedBy: request.requestedBy,
        reason: request.reason,
        subject: checkId,
      },
      now,
    );
    return { proposalId: proposal.id, renewalOf: seen.renewalOf };
  }
}

/** The policy may have lost a check since it was asked for. */
function noCheck(
  id: string,
): Pick<
  CheckResult,
  'id' | 'reads' | 'risk' | 'state' | 'title' | 'underlying'
> {
  return { id, title: id, state: 'unknown', reads: [] };
}
