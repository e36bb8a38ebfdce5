import type {
  AuditAgreement,
  AuditRating,
  AuditSide,
  CompiledPolicy,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { ConflictError, NotFoundError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import { inTransaction, type Clock } from '../../database';
import type { EntityIndexStore } from '../../entities';
import type { EvaluationMarks } from '../../evaluation';
import type { AuditLog } from '../auditlog';
import { readEvaluation } from '../readEvaluation';
import { asOf, OPEN_STATES } from './auditRows';
import { compareSides } from './compareSides';
import type { AuditTelling } from './AuditTelling';
import type { DatabaseAudits } from './DatabaseAudits';
import { withMade } from './linkAction';
import type { AuditWithRatings, StoredAudit } from './types';

const SIDES: readonly AuditSide[] = ['team', 'board'];

/**
 * @internal
 */
export interface AuditDeskOptions {
  auditLog: AuditLog;
  audits: DatabaseAudits;
  clock: Clock;
  index: Pick<EntityIndexStore, 'readScoped'>;
  knex: Knex;
  marks: EvaluationMarks;
  policy: CompiledPolicy;
  telling: AuditTelling;
}

/**
 * The rules of trust audits, each step in one transaction with its entry in the log. Who may take it is decided before.
 *
 * @internal
 */
export class AuditDesk {
  readonly #options: AuditDeskOptions;

  static create(options: AuditDeskOptions): AuditDesk {
    return new AuditDesk(options);
  }

  private constructor(options: AuditDeskOptions) {
    this.#options = options;
  }

  /**
   * @param audit - with who opens it
   * @throws ConflictError where one of the entity is open
   */
  async open(
    audit: StoredAudit & { openedBy: string },
    now: number,
  ): Promise<void> {
    const { audits, knex, telling } = this.#options;
    await inTransaction(knex, async trx => {
      const { entityRef, reason = '' } = audit;
      await audits.lapse(trx, now, { entityRefs: [entityRef], limit: 1 });
      const added = await audits.add(trx, [audit]);
      if (added.length === 0) {
        throw new ConflictError(`An audit of ${entityRef} is open already`);
      }
      await telling.tell(trx, 'opened', [audit], now);
      await this.#log(trx, audit, audit.openedBy, 'audit-opened', now, {
        reason,
      });
    });
  }

  /**
   * Rates for a side. The second rating makes the comparison.
   *
   * @throws NotFoundError; ConflictError where the side has rated, or it is too late
   */
  async rate(
    id: string,
    entityRef: string,
    side: AuditSide,
    rating: Omit<AuditRating, 'ratedAt'>,
  ): Promise<void> {
    const { audits, clock, knex, telling } = this.#options;
    const now = await clock.now();
    await inTransaction(knex, async trx => {
      const audit = await this.#lock(trx, id, entityRef, now);
      if (audit.state !== 'rating') {
        throw new ConflictError(
          OPEN_STATES.includes(audit.state)
            ? `The ${side} has rated already`
            : overOf(audit),
        );
      }
      const rated = { ...rating, ratedAt: now };
      await audits.addRating(trx, id, side, rated);
      const both = { ...audit.ratings, [side]: rated };
      if (both.team && both.board) {
        await audits.compare(
          trx,
          id,
          await this.#compare(trx, entityRef, both.team, both.board),
        );
        await telling.tell(trx, 'rated', [audit], now);
      }
      // Not what was said: whoever reads the log may have to rate.
      await this.#log(trx, audit, rating.ratedBy, 'audit-rated', now, { side });
    });
  }

  /** @throws NotFoundError; ConflictError where a side has not rated, or it is over */
  async agree(
    id: string,
    entityRef: string,
    agreement: AuditAgreement,
    agreedBy: string,
  ): Promise<void> {
    const { audits, clock, knex } = this.#options;
    const now = await clock.now();
    await inTransaction(knex, async trx => {
      const audit = await this.#lock(trx, id, entityRef, now);
      if (audit.state === 'rating') {
        const missing = SIDES.filter(side => !audit.ratings[side]);
        throw new ConflictError(`Still to rate: ${missing.join(' and ')}`);
      }
      if (audit.state !== 'comparing') {
        throw new ConflictError(overOf(audit));
      }
      const { actions, agreed, followUpAt, summary } = agreement;
      await audits.agree(trx, {
        ...audit,
        state: 'agreed',
        agreedAt: now,
        agreedBy,
        actions: withMade(actions, audit.actions),
        ...{ agreed, followUpAt, summary },
      });
      await this.#log(trx, audit, agreedBy, 'audit-agreed', now, {
        agreed,
        summary,
        actions: actions.map(({ title }) => title),
        ...(followUpAt !== undefined && { followUpAt }),
      });
    });
  }

  /** Whatever side rates or agrees changes what the entity is evaluated by, so that it is marked first. */
  async #lock(
    trx: Knex.Transaction,
    id: string,
    entityRef: string,
    now: number,
  ): Promise<AuditWithRatings> {
    const { audits, marks } = this.#options;
    await marks.mark(trx, [entityRef], now);
    const audit = await audits.lock(trx, id);
    if (!audit) {
      throw new NotFoundError(`No audit ${id}`);
    }
    return asOf(audit, now);
  }

  async #compare(
    trx: Knex.Transaction,
    entityRef: string,
    team: AuditRating,
    board: AuditRating,
  ) {
    const { index, policy } = this.#options;
    const evaluation = await readEvaluation(trx, entityRef);
    if (!evaluation) {
      throw new ConflictError(
        `${entityRef} is not evaluated yet; please try again in a minute`,
      );
    }
    const [entity] = await index.readScoped([entityRef], trx);
    return compareSides(
      team.ratings,
      board.ratings,
      evaluation,
      policy.forDomains(entity?.snapshot.domainChain ?? []).policy,
    );
  }

  async #log(
    trx: Knex.Transaction,
    { domainRef, entityRef, id }: StoredAudit,
    actorRef: string,
    action: string,
    now: number,
    details: JsonObject,
  ): Promise<void> {
    await this.#options.auditLog.append(
      trx,
      {
        domainRef,
        actorRef,
        action,
        entityRef,
        details: { audit: id, ...details },
      },
      now,
    );
  }
}

function overOf({ id, state }: StoredAudit): string {
  return `The audit ${id} is over: it is ${state}`;
}
