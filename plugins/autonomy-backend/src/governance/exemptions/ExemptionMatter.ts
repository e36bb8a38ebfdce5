import {
  autonomyExemptionDecidePermission,
  type ProposalContent,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { ConflictError } from '@backstage/errors';
import type { Knex } from 'knex';
import { createTimedId } from '../../attestations/createTimedId';
import { isPostgres } from '../../database';
import type { EntityIndexStore } from '../../entities';
import type {
  MatterHandler,
  ProposalOutcome,
  StoredProposal,
} from '../proposals';
import { readEvaluation } from '../readEvaluation';
import type { ExemptionRequests } from './ExemptionRequests';
import { centralReasons } from './exemptionRules';
import type { ExemptionStakesReader } from './ExemptionStakesReader';

const LOCK_NAME = 'autonomy exemption debt';

type Content = Extract<ProposalContent, { matter: 'exemption' }>;

/**
 * @internal
 */
export interface ExemptionMatterOptions {
  /** Who may go beyond what the policy leaves to boards. */
  centralBoard?: string;
  index: Pick<EntityIndexStore, 'readScoped'>;
  requests: ExemptionRequests;
  stakes: ExemptionStakesReader;
}

/**
 * Makes decisions about exemptions true. One is in force from the instant of the decision, and never before.
 *
 * @internal
 */
export class ExemptionMatter implements MatterHandler {
  readonly matter = 'exemption';
  readonly permission = autonomyExemptionDecidePermission;
  readonly #options: ExemptionMatterOptions;

  static create(options: ExemptionMatterOptions): MatterHandler {
    return new ExemptionMatter(options);
  }

  private constructor(options: ExemptionMatterOptions) {
    this.#options = options;
  }

  async settle(
    trx: Knex.Transaction,
    proposal: StoredProposal,
    outcome: ProposalOutcome,
    now: number,
  ): Promise<void> {
    const { requests } = this.#options;
    const { requestId } = proposal.content as Content;
    const isAppeal = proposal.appealOf !== undefined;
    const { by, reason } = outcome;
    const decided = { at: now, by, reason, proposalId: proposal.id };
    switch (outcome.state) {
      case 'approved': {
        const exemptionId = await this.#approve(trx, proposal, now);
        await requests.decide(
          trx,
          requestId,
          { ...decided, decision: 'approved', exemptionId },
          isAppeal,
        );
        return;
      }
      case 'rejected':
        await requests.decide(
          trx,
          requestId,
          { ...decided, decision: 'denied' },
          isAppeal,
        );
        return;
      default:
        // Without an appeal the denial stands.
        if (!isAppeal) {
          await this.#close(trx, requestId, outcome, now);
        }
    }
  }

  async #close(
    trx: Knex.Transaction,
    requestId: string,
    { reason, state }: ProposalOutcome,
    now: number,
  ): Promise<void> {
    const { requests } = this.#options;
    if (state === 'withdrawn') {
      await requests.withdraw(trx, requestId, now);
      return;
    }
    const lapse = { decision: 'lapsed', at: now, reason } as const;
    await requests.decide(trx, requestId, lapse, false);
  }

  async #approve(
    trx: Knex.Transaction,
    proposal: StoredProposal,
    now: number,
  ): Promise<string> {
    const { boardRef, entityRef } = proposal;
    const { checkId, expiresAt, requestId } = proposal.content as Content;
    if (expiresAt <= now) {
      throw new ConflictError(
        `The exemption was asked for until ${new Date(
          expiresAt,
        ).toISOString()}, which is over`,
      );
    }
    const renewals = await this.#assertMayApprove(trx, proposal, now);
    const asked = await trx('exemption_requests')
      .where({ id: requestId })
      .first('reason', 'requested_by');
    if (!asked) {
      throw new ConflictError(`The request ${requestId} is gone`);
    }
    const id = createTimedId(now);
    await trx('exemptions').insert({
      id,
      entity_ref: entityRef,
      check_id: checkId,
      reason: asked.reason,
      requested_by: asked.requested_by,
      approved_by: boardRef,
      board_ref: boardRef,
      from_at: now,
      expires_at: expiresAt,
      recorded_at: now,
      renewals,
    });
    return id;
  }

  /**
   * Looks again at what hangs on it: it may have changed since it was asked for.
   *
   * @returns how many came before it
   */
  async #assertMayApprove(
    trx: Knex.Transaction,
    { boardRef, content, entityRef }: StoredProposal,
    now: number,
  ): Promise<number> {
    const { centralBoard, index, stakes } = this.#options;
    const { checkId } = content as Content;
    const [entity] = await index.readScoped([entityRef], trx);
    const evaluation = await readEvaluation(trx, entityRef);
    if (!entity || !evaluation) {
      throw new ConflictError(`${entityRef} is no longer evaluated`);
    }
    const { domainRef } = entity.snapshot;
    await lockDebt(trx, domainRef);
    const seen = await stakes.read(
      trx,
      { checkId, entity: entity.snapshot, evaluation },
      now,
    );
    const reasons = centralReasons(seen);
    if (boardRef !== centralBoard && reasons.length > 0) {
      const { debt, debtBefore, maxRenewals } = seen;
      const where = domainRef ?? 'what belongs to no domain';
      const words = {
        mandatory: 'the guardrail is mandatory',
        renewals: `it would be renewal ${seen.renewals}, and the policy leaves ${maxRenewals} to the board`,
        debt: `the exemption debt of ${where} is used up: ${
          debtBefore.exempt
        } of ${
          debtBefore.pairs
        } pairs of entities and guardrails are exempt, and ${
          debt.limit * 100
        } % may be`,
      };
      throw new ConflictError(
        `${boardRef} cannot approve this, because ${reasons
          .map(reason => words[reason])
          .join(
            ', and ',
          )}. Where it is rejected for that, the owners can ask the central board by an appeal`,
      );
    }
    // What it followed when it was asked for may have ended long ago since.
    return Math.max(seen.renewals, await formerRenewals(trx, content));
  }
}

async function formerRenewals(
  trx: Knex.Transaction,
  content: StoredProposal['content'],
): Promise<number> {
  const { renewalOf } = content as Content;
  if (renewalOf === undefined) {
    return 0;
  }
  const row = await trx('exemptions')
    .leftJoin(
      'exemption_requests as requests',
      'requests.exemption_id',
      'exemptions.id',
    )
    .where('requests.id', renewalOf)
    .orWhere('exemptions.id', renewalOf)
    .first('exemptions.renewals');
  return row === undefined ? 0 : Number(row.renewals) + 1;
}

/** Two decisions about one domain at once would each see the debt without the other. */
async function lockDebt(
  trx: Knex.Transaction,
  domainRef: string = '',
): Promise<void> {
  if (isPostgres(trx)) {
    await trx.raw('select pg_advisory_xact_lock(hashtext(?))', [
      `${LOCK_NAME} ${domainRef}`,
    ]);
  }
}
