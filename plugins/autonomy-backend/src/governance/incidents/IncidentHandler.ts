import {
  autonomyProposalDecidePermission,
  type ProposalContent,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { ConflictError, NotFoundError } from '@backstage/errors';
import type { Knex } from 'knex';
import type { EvaluationMarks } from '../../evaluation';
import {
  decideProposals,
  isInForce,
  lightens,
  type IncidentChanges,
} from '../../incidents';
import type {
  MatterHandler,
  ProposalOutcome,
  StoredProposal,
} from '../proposals';
import { contentOf } from './BoardIncidentAgenda';
import { lockConcerned, readConcerned } from './concernedByIncidents';

/**
 * @internal
 */
export interface IncidentHandlerOptions {
  changes: IncidentChanges;
  marks: EvaluationMarks;
}

/**
 * Makes a board's decision about a change of an incident true.
 *
 * @internal
 */
export class IncidentHandler implements MatterHandler {
  readonly matter = 'incident';
  readonly permission = autonomyProposalDecidePermission;
  readonly #options: IncidentHandlerOptions;

  static create(options: IncidentHandlerOptions): IncidentHandler {
    return new IncidentHandler(options);
  }

  private constructor(options: IncidentHandlerOptions) {
    this.#options = options;
  }

  async lockFirst(
    trx: Knex.Transaction,
    proposal: StoredProposal,
    now: number,
  ): Promise<void> {
    const { field, incidentId, source, to } = contentOf(proposal);
    const refs = await lockConcerned(trx, { source, id: incidentId });
    // Whoever would answer for it from now on, too.
    const taking = field === 'causedBy' && to.includes(':') ? [to] : [];
    const all = [proposal.entityRef, ...refs, ...taking];
    await this.#options.marks.mark(trx, all, now);
  }

  /** Whoever answers for it, where it takes from their debit. */
  alsoConcerned(
    knex: Knex,
    contents: readonly ProposalContent[],
  ): Promise<string[][]> {
    return readConcerned(
      knex,
      contents,
      (content, incident) =>
        content.matter === 'incident' &&
        lightens(incident, { field: content.field, value: content.to }),
    );
  }

  async settle(
    trx: Knex.Transaction,
    proposal: StoredProposal,
    { by, reason, state }: ProposalOutcome,
    now: number,
  ): Promise<void> {
    const { changeId, incidentId, source } = contentOf(proposal);
    const key = { source, id: incidentId };
    const decidedBy = by ?? proposal.boardRef;
    switch (state) {
      case 'withdrawn':
        await decideProposals(trx, [changeId], {
          decision: 'withdrawn',
          decidedBy,
          decidedAt: now,
          decisionReason: reason,
        });
        return;
      case 'approved':
        await this.#accept(trx, proposal, { decidedBy, reason }, now);
        return;
      case 'rejected':
        if (proposal.appealOf === undefined) {
          const verdict = { decision: 'declined', decidedBy, reason } as const;
          await this.#options.changes.decide(trx, key, changeId, verdict, now);
        }
        return;
      default:
      // What lapses is pending still, or was decided elsewhere.
    }
  }

  async #accept(
    trx: Knex.Transaction,
    proposal: StoredProposal,
    by: { decidedBy: string; reason?: string },
    now: number,
  ): Promise<void> {
    const { changes } = this.#options;
    const { changeId, field, incidentId, source, to } = contentOf(proposal);
    const key = { source, id: incidentId };
    const opened = await changes.open(trx, key).catch(error => {
      throw error instanceof NotFoundError
        ? new ConflictError(error.message)
        : error;
    });
    const change = { field, value: to };
    const { record } = opened;
    if (record.incident.class === 'bypass' && field === 'class') {
      throw new ConflictError(
        `Incident ${incidentId} of source ${source} is a bypass: its class is decided by a proposal of its own`,
      );
    }
    if (proposal.appealOf === undefined) {
      const verdict = { ...by, decision: 'accepted' } as const;
      await changes.decide(trx, key, changeId, verdict, now);
    } else if (!isInForce(record, change)) {
      const proposedBy = proposal.openedBy ?? proposal.boardRef;
      await changes.apply(trx, opened, { ...change, ...by, proposedBy }, now);
    }
  }
}
