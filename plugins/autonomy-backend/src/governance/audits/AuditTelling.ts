import type { Knex } from 'knex';
import { auditNotices, type NoticesStore } from '../../announcements';
import type { EntityIndexStore } from '../../entities';
import type { StoredAudit } from './types';

/**
 * Tells those who have something to do in trust audits, in the transaction that makes it so.
 *
 * @internal
 */
export class AuditTelling {
  readonly #index: Pick<EntityIndexStore, 'readScoped'>;
  readonly #notices: Pick<NoticesStore, 'add'>;

  static create(options: {
    index: Pick<EntityIndexStore, 'readScoped'>;
    notices: Pick<NoticesStore, 'add'>;
  }): AuditTelling {
    return new AuditTelling(options.index, options.notices);
  }

  private constructor(
    index: Pick<EntityIndexStore, 'readScoped'>,
    notices: Pick<NoticesStore, 'add'>,
  ) {
    this.#index = index;
    this.#notices = notices;
  }

  /**
   * @param occasion - they are open, or both sides have rated
   * @param now - UTC milliseconds
   */
  async tell(
    trx: Knex.Transaction,
    occasion: 'opened' | 'rated',
    audits: readonly StoredAudit[],
    now: number,
  ): Promise<void> {
    const entities = await this.#index.readScoped(
      audits.map(({ entityRef }) => entityRef),
      trx,
    );
    const entityOf = new Map(
      entities.map(({ snapshot }) => [snapshot.entityRef, snapshot]),
    );
    const notices = audits.flatMap(audit => {
      const entity = entityOf.get(audit.entityRef);
      return entity ? auditNotices(occasion, audit, entity) : [];
    });
    await this.#notices.add(trx, notices, now);
  }
}
