import type { Knex } from 'knex';
import { inTransaction } from '../../database';
import { planNotices, type NoticesStore } from '../../announcements';
import type { EntityIndexStore } from '../../entities';
import { PLANS_TABLE, type PlanRow } from './planRows';
import type { ListedPlan } from './listedPlan';
import type { PlanQueries } from './PlanQueries';
import { endOf } from './types';

/** So long before its end people are told of it. */
const AHEAD = 7 * 86_400_000;
const AT_ONCE = 50;

interface ReminderOptions {
  index: Pick<EntityIndexStore, 'readScoped'>;
  knex: Knex;
  notices: Pick<NoticesStore, 'add'>;
  queries: Pick<PlanQueries, 'get'>;
}

type Occasion = 'review' | 'end';

/**
 * Tells the owners and the board of plans in force that are to be looked at, or that end soon; of each once.
 *
 * @internal
 */
export class PlanReminders {
  readonly #options: ReminderOptions;

  static create(options: ReminderOptions): PlanReminders {
    return new PlanReminders(options);
  }

  private constructor(options: ReminderOptions) {
    this.#options = options;
  }

  /**
   * A few at a time.
   *
   * @param now - UTC milliseconds
   * @returns how many plans were looked at; none once nobody is to be told
   */
  async remind(now: number): Promise<number> {
    const { knex } = this.#options;
    const ids = await this.#due(now);
    for (const id of ids) {
      await inTransaction(knex, trx => this.#tell(trx, id, now));
    }
    return ids.length;
  }

  async #due(now: number): Promise<string[]> {
    const inForce = () =>
      this.#options
        .knex<PlanRow>(PLANS_TABLE)
        .whereNotNull('signed_at')
        .whereNull('lifted_at')
        .whereNull('completed_at')
        .limit(AT_ONCE);
    const reviews = await inForce()
      .whereNull('review_told_at')
      .where('review_at', '<=', now)
      .orderBy('review_at')
      .pluck('id');
    const ends = await inForce()
      .whereNull('end_told_at')
      .whereRaw('coalesce(extended_to, ends_at) <= ?', [now + AHEAD])
      .orderByRaw('coalesce(extended_to, ends_at)')
      .pluck('id');
    return [...new Set([...reviews, ...ends])];
  }

  /** Whoever tells first keeps the others from it. */
  async #tell(trx: Knex.Transaction, id: string, now: number): Promise<void> {
    const { index, notices, queries } = this.#options;
    const row = await trx<PlanRow>(PLANS_TABLE)
      .where({ id })
      .forUpdate()
      .first('entity_ref', 'review_at', 'review_told_at', 'end_told_at');
    const plan = row && (await queries.get(id, now, trx));
    const [entity] = row ? await index.readScoped([row.entity_ref], trx) : [];
    const isDue: Record<Occasion, boolean> = {
      review: row?.review_told_at === null && Number(row.review_at) <= now,
      end:
        row?.end_told_at === null &&
        plan !== undefined &&
        endOf(plan) <= now + AHEAD,
    };
    // One that ended meanwhile, or whose entity left, is nobody's to be reminded of.
    if (plan && entity && isInForce(plan)) {
      const told = (['review', 'end'] as const).filter(each => isDue[each]);
      await notices.add(
        trx,
        told.flatMap(occasion => planNotices(occasion, plan, entity.snapshot)),
        now,
      );
    }
    await trx<PlanRow>(PLANS_TABLE)
      .where({ id })
      .update({
        review_told_at:
          isDue.review || !plan ? now : row?.review_told_at ?? null,
        end_told_at: isDue.end || !plan ? now : row?.end_told_at ?? null,
      });
  }
}

function isInForce({ state }: ListedPlan): boolean {
  return state === 'active' || state === 'planned';
}
