import {
  autonomyProposalDecidePermission,
  type ProposalContent,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { ConflictError } from '@backstage/errors';
import type { Knex } from 'knex';
import type { EvaluationMarks } from '../../evaluation';
import type { IncidentChanges } from '../../incidents';
import {
  lockConcerned,
  readConcerned,
} from '../incidents/concernedByIncidents';
import type {
  MatterHandler,
  ProposalOutcome,
  StoredProposal,
} from '../proposals';

/**
 * @internal
 */
export interface BypassHandlerOptions {
  changes: IncidentChanges;
  marks: EvaluationMarks;
}

/**
 * Clears or renews a bypass by the vote of a board. That it was one stays with the changes of the incident.
 *
 * @internal
 */
export class BypassHandler implements MatterHandler {
  readonly matter = 'bypass';
  readonly permission = autonomyProposalDecidePermission;
  readonly #options: BypassHandlerOptions;

  static create(options: BypassHandlerOptions): BypassHandler {
    return new BypassHandler(options);
  }

  private constructor(options: BypassHandlerOptions) {
    this.#options = options;
  }

  async lockFirst(
    trx: Knex.Transaction,
    proposal: StoredProposal,
    now: number,
  ): Promise<void> {
    const refs = await lockConcerned(trx, keyOf(proposal));
    await this.#options.marks.mark(trx, [proposal.entityRef, ...refs], now);
  }

  /** Whoever a bypass counts against. */
  alsoConcerned(
    knex: Knex,
    contents: readonly ProposalContent[],
  ): Promise<string[][]> {
    return readConcerned(knex, contents, () => true);
  }

  async settle(
    trx: Knex.Transaction,
    proposal: StoredProposal,
    { by, reason, state }: ProposalOutcome,
    now: number,
  ): Promise<void> {
    if (state !== 'approved') {
      return;
    }
    const { changes } = this.#options;
    const { id, source } = keyOf(proposal);
    const opened = await changes.open(trx, { id, source });
    const { incident } = opened.record;
    if (incident.class !== 'bypass') {
      throw new ConflictError(
        `Incident ${id} of source ${source} is no bypass any more: its class is ${incident.class}`,
      );
    }
    await changes.apply(
      trx,
      opened,
      {
        field: 'class',
        value: wantedOf(proposal) === 'clear' ? 'none' : 'bypass',
        proposedBy: proposal.openedBy ?? proposal.boardRef,
        decidedBy: by ?? proposal.boardRef,
        reason: reason ?? proposal.reason,
      },
      now,
    );
  }
}

function contentOf({ content, id }: StoredProposal) {
  if (content.matter !== 'bypass') {
    throw new Error(`Proposal ${id} is about no bypass: ${content.matter}`);
  }
  return content;
}

function keyOf(proposal: StoredProposal) {
  const { incidentId, source } = contentOf(proposal);
  return { source, id: incidentId };
}

function wantedOf(proposal: StoredProposal) {
  return contentOf(proposal).wanted;
}
