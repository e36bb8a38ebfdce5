import { ConflictError, NotFoundError } from '@backstage/errors';
import type { Knex } from 'knex';
import {
  PLANS_TABLE,
  termColumns,
  toStoredPlan,
  UNSIGNED,
  type PlanRow,
} from './planRows';
import type { PlanTerms, StoredPlan } from './types';

/** What is noted on a plan after it was drafted. @internal */
export type PlanNotes = Partial<
  Omit<PlanRow, 'entity_ref' | 'id' | 'updated_at'>
>;

/**
 * Where plans are written. The entity is marked by whoever calls, which keeps two who change its plans apart.
 *
 * @internal
 */
export class DatabasePlans {
  static create(): DatabasePlans {
    return new DatabasePlans();
  }

  async add(
    trx: Knex.Transaction,
    plan: PlanTerms &
      Pick<
        StoredPlan,
        'auditId' | 'entityRef' | 'id' | 'openedAs' | 'openedAt' | 'openedBy'
      >,
  ): Promise<void> {
    await trx(PLANS_TABLE).insert({
      ...termColumns(plan),
      ...UNSIGNED,
      id: plan.id,
      entity_ref: plan.entityRef,
      opened_by: plan.openedBy,
      opened_as: plan.openedAs,
      opened_at: plan.openedAt,
      audit_id: plan.auditId ?? null,
      revision: 1,
      updated_at: plan.openedAt,
    });
  }

  /**
   * The plan, which nobody else can change until the end of the transaction.
   *
   * @throws NotFoundError where there is none
   */
  async lock(trx: Knex.Transaction, id: string): Promise<StoredPlan> {
    const row = await trx<PlanRow>(PLANS_TABLE)
      .where({ id })
      .forUpdate()
      .first();
    if (!row) {
      throw new NotFoundError(`No plan ${id}`);
    }
    return toStoredPlan(row);
  }

  /**
   * {@link DatabasePlans.lock} for a draft.
   *
   * @param revision - as whoever asks saw it; any unless told
   * @param now - UTC milliseconds
   * @throws ConflictError where it is no draft any more, or was changed since
   */
  async lockDraft(
    trx: Knex.Transaction,
    id: string,
    revision: number | undefined,
    now: number,
  ): Promise<StoredPlan> {
    const plan = await this.lock(trx, id);
    if (plan.signedAt !== undefined) {
      throw new ConflictError(`The plan ${id} is signed by both already`);
    }
    if (plan.withdrawnAt !== undefined) {
      throw new ConflictError(`The plan ${id} was withdrawn`);
    }
    if (plan.endsAt <= now) {
      throw new ConflictError(
        `The plan ${id} is over: nobody signed it before its end`,
      );
    }
    if (revision !== undefined && revision !== plan.revision) {
      throw new ConflictError(
        `The plan ${id} was changed meanwhile: it is revision ${plan.revision}, and you have ${revision}`,
      );
    }
    return plan;
  }

  /** @param now - UTC milliseconds */
  async note(
    trx: Knex.Transaction,
    id: string,
    notes: PlanNotes,
    now: number,
  ): Promise<void> {
    await trx<PlanRow>(PLANS_TABLE)
      .where({ id })
      .update({ ...notes, updated_at: now });
  }
}
