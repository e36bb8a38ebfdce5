import type {
  Incident,
  IncidentKey,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import type { IncidentProposal } from '../record/IncidentProposal';
import type { ProposalVerdict } from './types';

/**
 * On what terms the board of an incident decides.
 *
 * @internal
 */
export interface IncidentTerms {
  /** Whether the word of one member is enough. */
  decidesAlone: boolean;
  /** Until when a bypass counts, in UTC milliseconds; absent where none does. */
  bypassUntil?: number;
}

/**
 * Somebody's decision on a pending proposal.
 *
 * @internal
 */
export interface IncidentDecision extends ProposalVerdict {
  proposal: IncidentProposal;
  /** User ref. */
  decidedBy: string;
  /** One member of the board; otherwise the owner who receives the incident. */
  isBoard: boolean;
}

/**
 * What boards are asked about incidents. Incidents are locked by the transaction.
 *
 * @internal
 */
export interface IncidentAgenda {
  /** @param now - UTC milliseconds */
  termsOf(
    trx: Knex.Transaction,
    incident: Incident,
    now: number,
  ): Promise<IncidentTerms>;

  /**
   * Asks the board about what is pending, and stops asking about what is not.
   *
   * @param options - `movedBy`: the member of the board whose proposals are no requests
   * @returns whether there was anything to do, and it could be done
   */
  bringUpToDate(
    trx: Knex.Transaction,
    key: IncidentKey,
    now: number,
    options?: { movedBy?: string },
  ): Promise<boolean>;

  /**
   * Has the board's proposal about the same decided.
   *
   * @returns whether there was one, and so the incident is as decided
   * @throws ConflictError where one member is not enough
   */
  decide(
    trx: Knex.Transaction,
    incident: Incident,
    decision: IncidentDecision,
    now: number,
  ): Promise<boolean>;
}
