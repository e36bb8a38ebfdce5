import {
  quarterOf,
  type CompiledPolicy,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import { inTransaction } from '../../database';
import type { EntityIndexStore } from '../../entities';
import { AUDITS_TABLE, OPEN_STATES } from './auditRows';
import type { AuditTelling } from './AuditTelling';
import type { DatabaseAudits } from './DatabaseAudits';
import { newAudit } from './newAudit';
import type { StoredAudit } from './types';

const DAY = 86_400_000;
/** Entities that are looked at together. */
const BATCH = 500;
/** In one call, so that it is over soon. */
const MOST_BATCHES = 20;
/** Nobody is late before they can have heard of it. */
const LEAST_TIME = 14 * DAY;
/** When all were looked at: who is new waits so long. */
const REST_MS = 3_600_000;

/**
 * @internal
 */
export interface AuditRoundOptions {
  audits: DatabaseAudits;
  /** Without boards nobody would rate for them. */
  boardsDecide: boolean;
  /** Who decides where no domain's board does. */
  centralBoard?: string;
  index: Pick<EntityIndexStore, 'hasSettled'>;
  knex: Knex;
  policy: CompiledPolicy;
  telling: AuditTelling;
}

interface ScopedRow {
  entity_ref: string;
  domain_ref: string | null;
  domain_chain: string | null;
  board_ref: string | null;
}

/**
 * Opens the audits that nobody has to ask for: one of each entity and quarter, those that follow up others, and those
 * of a new owner; and writes down which are over.
 *
 * @remarks
 *
 * Everything may run twice, and on several replicas at once: unique indexes let one of them open an audit. How far a
 * round is is known to the process only; one that starts anew looks at what is open already.
 *
 * @internal
 */
export class AuditRound {
  readonly #options: AuditRoundOptions;
  #after = '';
  #rested?: { quarter: string; until: number };

  static create(options: AuditRoundOptions): AuditRound {
    return new AuditRound(options);
  }

  private constructor(options: AuditRoundOptions) {
    this.#options = options;
  }

  /**
   * Goes on with the round, for some thousands of entities at the most.
   *
   * @param now - UTC milliseconds
   * @returns how many were opened or written down as over; there may be more to do where it is above 0
   */
  async openDue(now: number): Promise<number> {
    const { audits, boardsDecide, index, knex } = this.#options;
    if (!boardsDecide || !(await index.hasSettled())) {
      return 0;
    }
    const lapsed = await audits.lapse(knex, now, { limit: BATCH });
    const followUps = await this.#openFollowUps(now);
    return lapsed + followUps + (await this.#openQuarterly(now));
  }

  /**
   * Opens an audit of an entity that somebody else owns now, unless one is open. It needs no `this`.
   *
   * @param now - UTC milliseconds
   */
  readonly onOwnerChanged = async (
    trx: Knex.Transaction,
    { entityRef }: { entityRef: string },
    now: number,
  ): Promise<void> => {
    const { audits, boardsDecide } = this.#options;
    if (!boardsDecide) {
      return;
    }
    await audits.lapse(trx, now, { entityRefs: [entityRef], limit: 1 });
    const row: ScopedRow | undefined = await this.#scoped(trx)
      .where('entities.entity_ref', entityRef)
      .first();
    if (row) {
      await this.#add(trx, this.#auditOf(row, 'new-owner', now), now);
    }
  };

  /** The one that is open already is the one that follows up. */
  async #openFollowUps(now: number): Promise<number> {
    const { knex } = this.#options;
    const due: (ScopedRow & { predecessor_id: string })[] = await this.#scoped(
      knex,
    )
      .join(
        `${AUDITS_TABLE} as agreed`,
        'agreed.entity_ref',
        'entities.entity_ref',
      )
      .where('agreed.follow_up_at', '<=', now)
      .whereNotExists(follow =>
        follow
          .from(`${AUDITS_TABLE} as follow_up`)
          .select(knex.raw('1'))
          .whereRaw('follow_up.predecessor_id = agreed.id'),
      )
      // Two at a time make one wait for the other.
      .whereNotExists(other =>
        other
          .from(`${AUDITS_TABLE} as other`)
          .select(knex.raw('1'))
          .whereRaw('other.entity_ref = agreed.entity_ref')
          .whereIn('other.state', [...OPEN_STATES])
          .whereNotNull('other.predecessor_id'),
      )
      .orderBy(['agreed.follow_up_at', 'agreed.id'])
      .limit(BATCH)
      .select('agreed.id as predecessor_id');
    let opened = 0;
    for (const row of due) {
      opened += await this.#openFollowUp(row, now);
    }
    return opened;
  }

  #openFollowUp(
    row: ScopedRow & { predecessor_id: string },
    now: number,
  ): Promise<number> {
    const { entity_ref: ref, predecessor_id: predecessorId } = row;
    const followUps = this.#auditOf(row, 'follow-up', now, { predecessorId });
    return inTransaction(this.#options.knex, async trx => {
      const added = await this.#add(trx, followUps, now);
      return added > 0 ? added : adopt(trx, ref, predecessorId);
    });
  }

  async #openQuarterly(now: number): Promise<number> {
    const { name: quarter } = quarterOf(now);
    const { quarter: rested, until = 0 } = this.#rested ?? {};
    if (rested === quarter && now < until) {
      return 0;
    }
    let opened = 0;
    for (let batch = 0; batch < MOST_BATCHES && opened < BATCH; batch += 1) {
      const rows: ScopedRow[] = await this.#scoped(this.#options.knex)
        .where('entities.entity_ref', '>', this.#after)
        .orderBy('entities.entity_ref')
        .limit(BATCH);
      opened += await this.#openAmong(rows, now);
      this.#after = rows.at(-1)?.entity_ref ?? '';
      if (rows.length < BATCH) {
        this.#after = '';
        this.#rested = { quarter, until: now + REST_MS };
        break;
      }
    }
    return opened;
  }

  async #openAmong(rows: readonly ScopedRow[], now: number): Promise<number> {
    const { knex } = this.#options;
    const served = await this.#served(
      rows.map(row => row.entity_ref),
      now,
    );
    const due = rows
      .filter(row => !served.has(row.entity_ref))
      .flatMap(row => this.#auditOf(row, 'quarterly', now));
    return due.length === 0
      ? 0
      : inTransaction(knex, trx => this.#add(trx, due, now));
  }

  /** @returns how many of them nothing is in the way of */
  async #add(
    trx: Knex.Transaction,
    opened: readonly StoredAudit[],
    now: number,
  ): Promise<number> {
    const { audits, telling } = this.#options;
    const added = new Set(await audits.add(trx, opened));
    const told = opened.filter(({ id }) => added.has(id));
    if (told.length > 0) {
      await telling.tell(trx, 'opened', told, now);
    }
    return added.size;
  }

  /** Those of the entities that have an audit, or have had one in this quarter. */
  async #served(refs: string[], now: number): Promise<Set<string>> {
    const { from, name: quarter } = quarterOf(now);
    const rows = await this.#options
      .knex(AUDITS_TABLE)
      .whereIn('entity_ref', refs)
      .andWhere(any =>
        any
          .whereIn('state', [...OPEN_STATES])
          .orWhere({ quarter, cause: 'quarterly' })
          .orWhere('agreed_at', '>=', from),
      )
      .select('entity_ref');
    return new Set(rows.map(row => row.entity_ref));
  }

  #scoped(knex: Knex): Knex.QueryBuilder {
    return knex('entities')
      .join(
        'entity_context',
        'entity_context.entity_ref',
        'entities.entity_ref',
      )
      .where('entities.in_scope', true)
      .select(
        'entities.entity_ref',
        'entity_context.domain_ref',
        'entity_context.domain_chain',
        'entity_context.board_ref',
      );
  }

  /** None where nobody decides. */
  #auditOf(
    row: ScopedRow,
    cause: StoredAudit['cause'],
    now: number,
    rest: { predecessorId?: string } = {},
  ): StoredAudit[] {
    const { centralBoard, policy } = this.#options;
    const boardRef = row.board_ref ?? centralBoard;
    if (boardRef === undefined) {
      return [];
    }
    const { auditsDueAfter } = policy.forDomains(
      JSON.parse(row.domain_chain ?? '[]'),
    ).policy.governance;
    const since = cause === 'quarterly' ? quarterOf(now).from : now;
    const dueAt = Math.max(since + auditsDueAfter, now + LEAST_TIME);
    const { domain_ref: domainRef, entity_ref: entityRef } = row;
    return [
      newAudit(
        {
          ...rest,
          boardRef,
          cause,
          domainRef: domainRef ?? undefined,
          dueAt,
          entityRef,
        },
        now,
      ),
    ];
  }
}

/** Makes the open audit of an entity follow up another one, unless one does. @returns how many */
async function adopt(
  trx: Knex.Transaction,
  entityRef: string,
  predecessorId: string,
): Promise<number> {
  const adopted: { id: string }[] = await trx(AUDITS_TABLE)
    .where('entity_ref', entityRef)
    .whereIn('state', [...OPEN_STATES])
    .whereNull('predecessor_id')
    .whereNotExists(taken =>
      taken
        .from(`${AUDITS_TABLE} as taken`)
        .select(trx.raw('1'))
        .where('taken.predecessor_id', predecessorId),
    )
    .update({ predecessor_id: predecessorId })
    .returning('id');
  return adopted.length;
}
