import type {
  BatchItemResult,
  BatchResponse,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { z } from 'zod';
import type { Clock } from '../database';
import type { EvaluationMarks, EvaluationRecords } from '../evaluation';
import { describeIssues } from './describeIssues';
import type { EvidenceIngestion } from './EvidenceIngestion';
import type { EvidenceStore } from './EvidenceStore';
import { toBatchResponse } from './toBatchResponse';

interface About {
  entityRef: string;
}

/**
 * @internal
 */
export interface EvidenceIngestionOptions<TItem extends About> {
  clock: Clock;
  store: Pick<EvidenceStore<TItem, unknown>, 'put'>;
  /** @param now - UTC milliseconds, for items that must not be in the future */
  schema: (now: number) => z.ZodType<TItem>;
  /** The reporter's name of an item, for the result. */
  idOf: (item: TItem) => string;
  /** When what an item reports happened, in UTC milliseconds. */
  happenedAt: (item: TItem) => number;
  /**
   * Told of everything new, in the same transaction, where the past may be reported; absent where a
   * report is of the present, whatever it is dated.
   */
  records?: Pick<EvaluationRecords, 'addHistory' | 'reachedBy'>;
  /** Told of entities whose evidence changes, in the same transaction. */
  marks: EvaluationMarks;
}

/**
 * @internal
 */
export class DefaultEvidenceIngestion<TItem extends About>
  implements EvidenceIngestion
{
  readonly #options: EvidenceIngestionOptions<TItem>;

  static create<T extends About>(
    options: EvidenceIngestionOptions<T>,
  ): DefaultEvidenceIngestion<T> {
    return new DefaultEvidenceIngestion(options);
  }

  private constructor(options: EvidenceIngestionOptions<TItem>) {
    this.#options = options;
  }

  async ingest(items: readonly unknown[]): Promise<BatchResponse> {
    const { clock, idOf, marks, records, schema, store } = this.#options;
    const now = await clock.now();
    const itemSchema = schema(now);
    const parsed = items.map(item => itemSchema.safeParse(item));

    const accepted = parsed.flatMap(({ data, success }) =>
      success ? [data] : [],
    );
    const { statuses } = await store.put(
      accepted,
      now,
      async (trx, { added, touched }) => {
        const earliest = this.#earliest(accepted, added);
        const reached = await records?.reachedBy(trx, earliest);
        await marks.mark(trx, [...touched, ...(reached?.keys() ?? [])], now);
        if (reached) {
          await records?.addHistory(trx, reached);
        }
      },
    );

    let stored = 0;
    const results = parsed.map((outcome, index): BatchItemResult => {
      if (!outcome.success) {
        return {
          index,
          status: 'rejected',
          error: describeIssues(outcome.error.issues, items[index]),
        };
      }
      const status = statuses[stored++];
      return { index, status, id: idOf(outcome.data) };
    });
    return toBatchResponse(results);
  }

  /** The earliest of what is new about each entity. */
  #earliest(
    items: readonly TItem[],
    added: readonly boolean[],
  ): Map<string, number> {
    const earliest = new Map<string, number>();
    items.forEach((item, index) => {
      if (added[index]) {
        const known = earliest.get(item.entityRef) ?? Infinity;
        const happenedAt = this.#options.happenedAt(item);
        earliest.set(item.entityRef, Math.min(known, happenedAt));
      }
    });
    return earliest;
  }
}
