import type {
  CompiledPolicy,
  Incident,
  IncidentKey,
  ProposalContent,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { ConflictError, NotFoundError } from '@backstage/errors';
import type { Knex } from 'knex';
import type { EntityIndexStore } from '../../entities';
import {
  isPending,
  isSameChange,
  keyText,
  lockIncidents,
  readProposals,
  type IncidentAgenda,
  type IncidentDecision,
  type IncidentProposal,
  type IncidentTerms,
} from '../../incidents';
import { bypassUntil } from '../bypasses/bypassUntil';
import {
  readOpenProposals,
  type NewOpening,
  type ProposalDesk,
  type StoredProposal,
} from '../proposals';
import { incidentQuestion, subjectOf } from './incidentQuestion';

/**
 * @internal
 */
export interface IncidentAgendaOptions {
  desk: Pick<ProposalDesk, 'end' | 'open' | 'termsOf' | 'voteIn'>;
  index: Pick<EntityIndexStore, 'readScoped'>;
  policy: CompiledPolicy;
}

/**
 * Brings what somebody wants to be otherwise about an incident before its board.
 *
 * @internal
 */
export class BoardIncidentAgenda implements IncidentAgenda {
  readonly #options: IncidentAgendaOptions;

  static create(options: IncidentAgendaOptions): BoardIncidentAgenda {
    return new BoardIncidentAgenda(options);
  }

  private constructor(options: IncidentAgendaOptions) {
    this.#options = options;
  }

  async termsOf(
    trx: Knex.Transaction,
    incident: Incident,
    now: number,
  ): Promise<IncidentTerms> {
    const { index, policy } = this.#options;
    const [entity] = await index.readScoped([incident.entityRef], trx);
    const until = bypassUntil(incident, entity?.snapshot, policy);
    return {
      decidesAlone: (await this.#votesNeeded(trx, incident.entityRef)) <= 1,
      bypassUntil: until !== undefined && until > now ? until : undefined,
    };
  }

  async bringUpToDate(
    trx: Knex.Transaction,
    key: IncidentKey,
    now: number,
    { movedBy }: { movedBy?: string } = {},
  ): Promise<boolean> {
    const { desk } = this.#options;
    const record = (await lockIncidents(trx, [key])).get(keyText(key));
    if (!record) {
      return false;
    }
    let isChanged = false;
    const { incident } = record;
    const known = (await readProposals(trx, [key])).get(keyText(key)) ?? [];
    const pending = known.filter(isPending);
    const open = await this.#openOf(trx, incident);
    const isAsked = new Set<string>();
    for (const proposal of open) {
      const { changeId } = contentOf(proposal);
      const isWanted =
        // What was declined is asked of the central board.
        proposal.appealOf !== undefined ||
        pending.some(({ id }) => id === changeId);
      if (isWanted) {
        isAsked.add(proposal.subject);
      } else {
        const reason = whyNot(known, changeId);
        const outcome = { state: 'lapsed', reason } as const;
        await desk.end(trx, proposal.id, outcome, now);
        isChanged = true;
      }
    }
    // The oldest first; another one about the same field has its turn afterwards.
    for (const change of pending) {
      const subject = subjectOf(key, change);
      if (!isAsked.has(subject)) {
        isAsked.add(subject);
        const question = incidentQuestion(incident, change, movedBy);
        isChanged = (await this.#open(trx, question, now)) || isChanged;
      }
    }
    return isChanged;
  }

  async decide(
    trx: Knex.Transaction,
    incident: Incident,
    decision: IncidentDecision,
    now: number,
  ): Promise<boolean> {
    const { desk } = this.#options;
    const { decidedBy, isBoard, proposal: change, reason } = decision;
    const isAccepted = decision.decision === 'accepted';
    const open = await this.#openOf(trx, incident);
    const asked = open.find(each => {
      const { changeId, field, to: value } = contentOf(each);
      const isSame = isAccepted && isSameChange({ field, value }, change);
      return each.appealOf === undefined && (changeId === change.id || isSame);
    });
    if (isBoard) {
      const needed = asked
        ? (await desk.termsOf([asked], trx))[0].quorum
        : await this.#votesNeeded(
            trx,
            incident.entityRef,
            incidentQuestion(incident, change).content,
          );
      if (needed > 1) {
        throw new ConflictError(
          `${needed} members of the board decide about this, not one alone: ${
            asked
              ? `vote on the proposal ${asked.id}`
              : `it is proposed to them once what is open about ${change.field} is decided`
          }`,
        );
      }
    }
    if (!asked) {
      return false;
    }
    if (isBoard) {
      await desk.voteIn(
        trx,
        asked.id,
        {
          voterRef: decidedBy,
          vote: isAccepted ? 'approve' : 'reject',
          comment: reason ?? 'Decided on the incident.',
        },
        now,
      );
      return true;
    }
    const state = isAccepted ? 'approved' : 'rejected';
    return desk.end(trx, asked.id, { state, by: decidedBy, reason }, now);
  }

  async #openOf(
    trx: Knex.Transaction,
    incident: Incident,
  ): Promise<StoredProposal[]> {
    const refs = [incident.entityRef];
    const open = await readOpenProposals(trx, 'incident', refs);
    return (open.get(incident.entityRef) ?? []).filter(proposal => {
      const { incidentId, source } = contentOf(proposal);
      return source === incident.source && incidentId === incident.id;
    });
  }

  async #votesNeeded(
    trx: Knex.Transaction,
    entityRef: string,
    content?: ProposalContent,
  ): Promise<number> {
    const { desk, index } = this.#options;
    const [entity] = await index.readScoped([entityRef], trx);
    const boardRef = entity?.snapshot.boardRef;
    if (boardRef === undefined) {
      return 1;
    }
    const ballot = {
      boardRef,
      entityRef,
      isRequest: false,
      matter: 'incident',
      content,
    } as const;
    return (await desk.termsOf([ballot], trx))[0].quorum;
  }

  /** Where nobody could decide, it waits in the record of the incident. */
  async #open(
    trx: Knex.Transaction,
    opening: NewOpening,
    now: number,
  ): Promise<boolean> {
    try {
      // Of its own, so that nothing is left of what cannot be opened.
      await trx.transaction(nested =>
        this.#options.desk.open(nested, opening, now),
      );
      return true;
    } catch (error) {
      const isRefused =
        error instanceof ConflictError || error instanceof NotFoundError;
      if (!isRefused) {
        throw error;
      }
      return false;
    }
  }
}

/** @internal */
export function contentOf({ content, id }: StoredProposal) {
  if (content.matter !== 'incident') {
    throw new Error(`Proposal ${id} is about no incident: ${content.matter}`);
  }
  return content;
}

function whyNot(known: readonly IncidentProposal[], changeId: string): string {
  const change = known.find(({ id }) => id === changeId);
  switch (change?.decision) {
    case 'withdrawn':
      return 'it is no longer asked for';
    case undefined:
      return 'the change is no longer kept';
    default:
      return `the change was ${change?.decision} on the incident`;
  }
}
