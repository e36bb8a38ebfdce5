import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import { hashOf, NO_HASH } from './hashOf';

/** The chain of what concerns no governance domain, or all of them. @internal */
export const CENTRAL_CHAIN = 'central';

/**
 * What somebody did.
 *
 * @internal
 */
export interface NewEntry {
  /** Governance domain that it concerns; the centre where there is none. */
  domainRef?: string;
  actorRef: string;
  /** Kebab case, in the past: `plan-signed`. */
  action: string;
  entityRef?: string;
  /** Without anything secret: it stays for ever. */
  details: JsonObject;
}

/**
 * Writes down for good what people decide.
 *
 * @remarks
 *
 * An entry is part of the transaction of what it tells, so that there is none without the other. Writers of one chain
 * wait for each other until they commit: append at the end of a transaction.
 *
 * @internal
 */
export class AuditLog {
  static create(): AuditLog {
    return new AuditLog();
  }

  /** @param now - UTC milliseconds */
  async append(
    trx: Knex.Transaction,
    entry: NewEntry,
    now: number,
  ): Promise<void> {
    const chain = entry.domainRef ?? CENTRAL_CHAIN;
    await trx('audit_chains')
      .insert({ chain, sequence: 0, hash: NO_HASH })
      .onConflict('chain')
      .ignore();
    const head = await trx('audit_chains')
      .where({ chain })
      .forUpdate()
      .first('sequence', 'hash');
    const written = {
      chain,
      sequence: head.sequence + 1,
      at: now,
      actorRef: entry.actorRef,
      action: entry.action,
      entityRef: entry.entityRef,
      details: JSON.stringify(entry.details),
      previousHash: head.hash,
    };
    const hash = hashOf(written);
    await trx('audit_log').insert({
      chain,
      sequence: written.sequence,
      at: now,
      actor_ref: written.actorRef,
      action: written.action,
      entity_ref: written.entityRef ?? null,
      details: written.details,
      previous_hash: written.previousHash,
      hash,
    });
    await trx('audit_chains')
      .where({ chain })
      .update({ sequence: written.sequence, hash });
  }
}
