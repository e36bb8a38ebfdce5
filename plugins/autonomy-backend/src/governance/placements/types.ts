import type { Knex } from 'knex';

/**
 * Told of entities that belong to somebody else now, in the transaction that takes note of it; of each change once. They
 * keep their record, and are marked.
 *
 * @param now - UTC milliseconds
 * @internal
 */
export type OnOwnerChanged = (
  trx: Knex.Transaction,
  entityRefs: readonly string[],
  now: number,
) => Promise<unknown>;
