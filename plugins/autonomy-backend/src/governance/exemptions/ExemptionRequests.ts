import type { Knex } from 'knex';
import type { NewRequest } from './types';

/**
 * What became of asking: the new request, or the open one that is in its way.
 *
 * @internal
 */
export type Asked =
  | { status: 'stored'; id: string }
  | { status: 'open'; id: string; requestedAt: number; expiresAt: number };

/**
 * What owners ask their boards for. Nothing here has an effect on any result.
 *
 * @internal
 */
export interface ExemptionRequests {
  /**
   * Adds a request, unless one is open for the entity and the check. One whose end came before a decision gives way.
   *
   * @param now - UTC milliseconds
   * @param onStored - called in the transaction that stores it
   * @throws ConflictError where another one was there just now, and is not any more
   */
  add(
    request: NewRequest,
    now: number,
    onStored?: (trx: Knex.Transaction, id: string) => Promise<void>,
  ): Promise<Asked>;

  /**
   * Takes an open request back.
   *
   * @param now - UTC milliseconds
   * @returns whether it was open
   */
  withdraw(id: string, now: number): Promise<boolean>;
}
