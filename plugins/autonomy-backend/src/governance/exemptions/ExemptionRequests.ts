import type { Knex } from 'knex';
import type { NewRequest } from './types';

/** A request with the proposal about it. @internal */
export interface OpenRequest extends NewRequest {
  id: string;
  /** Absent for one from before boards decided here. */
  proposalId?: string;
  requestedAt: number;
}

/**
 * What was decided on a request. Instants are UTC milliseconds.
 *
 * @internal
 */
export interface RequestDecision {
  decision: 'approved' | 'denied' | 'lapsed';
  at: number;
  /** User ref; absent where time decided. */
  by?: string;
  reason?: string;
  /** What came of it. */
  exemptionId?: string;
  /** Of the decision: an appeal is another proposal than the request had. */
  proposalId?: string;
}

/**
 * Requests for exemptions, which have no effect.
 *
 * @internal
 */
export interface ExemptionRequests {
  /**
   * The one that is open, after those have lapsed whose end has come.
   *
   * @param now - UTC milliseconds
   */
  findOpen(
    trx: Knex.Transaction,
    of: { checkId: string; entityRef: string },
    now: number,
  ): Promise<OpenRequest | undefined>;

  /**
   * Those that no proposal is about, and whose end has not come.
   *
   * @param now - UTC milliseconds
   */
  withoutProposal(now: number): Promise<OpenRequest[]>;

  /**
   * @param request - with the exemption that it would renew
   * @throws ConflictError where one of the same is open
   */
  add(
    trx: Knex.Transaction,
    request: OpenRequest & { renewalOf?: string },
  ): Promise<void>;

  /** Says what is decided about, for one that has no proposal yet. */
  linkTo(
    trx: Knex.Transaction,
    id: string,
    proposal: { proposalId: string; renewalOf?: string },
  ): Promise<void>;

  /**
   * Writes a decision down.
   *
   * @param isAppeal - whether it is about one that was denied, and else about an open one
   */
  decide(
    trx: Knex.Transaction,
    id: string,
    decision: RequestDecision,
    isAppeal: boolean,
  ): Promise<void>;

  /**
   * Takes an open one back.
   *
   * @param now - UTC milliseconds
   */
  withdraw(trx: Knex.Transaction, id: string, now: number): Promise<void>;
}
