import type { Knex } from 'knex';
import { groupBy } from 'lodash';
import {
  groupByEntity,
  inChunks,
  type UpsertOutcome,
  isPostgres,
} from '../database';
import type { AlsoStore } from '../ingestion';
import type { FactItem } from './factItemSchema';
import {
  factKey,
  runOf,
  toFacts,
  toRow,
  toRun,
  type FactRunRow,
} from './factRows';
import type { FactsStore } from './FactsStore';
import { FactTimeline } from './FactTimeline';

// Below the bind variable limit of SQLite (32,766) for the widest row.
const CHUNK = 250;
const LOCK_NAME = 'autonomy.facts';

type Key = Pick<FactRunRow, 'entity_ref' | 'collector'>;

const keyOf = ({ entityRef, collector }: FactItem): Key => ({
  entity_ref: entityRef,
  collector,
});

/**
 * @internal
 */
export class DatabaseFactsStore implements FactsStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): FactsStore {
    return new DatabaseFactsStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  put(items: readonly FactItem[], now: number, also?: AlsoStore) {
    return this.#knex.transaction(async (trx): Promise<UpsertOutcome> => {
      await oneAtATime(trx);
      const keys = distinctKeys(items);
      const timelines = await readTimelines(trx, keys, items);
      const added = items.map(item =>
        timelines.get(factKey(keyOf(item)))!.report(toRun(item)),
      );
      await writeTimelines(trx, keys, timelines, now);
      const outcome: UpsertOutcome = {
        statuses: added.map(isNews => (isNews ? 'stored' : 'unchanged')),
        added,
        touched: new Set(
          items
            .filter((item, i) => {
              const timeline = timelines.get(factKey(keyOf(item)))!;
              return added[i] && !timeline.onlyConfirms(now);
            })
            .map(({ entityRef }) => entityRef),
        ),
      };
      await also?.(trx, outcome);
      return outcome;
    });
  }

  async readFor(entityRefs: readonly string[]) {
    const rows: FactRunRow[] = await this.#knex('facts').whereIn(
      'entity_ref',
      entityRefs,
    );
    return groupByEntity(rows, toFacts);
  }

  async readHistory(entityRefs: readonly string[], since: number = 0) {
    if (entityRefs.length === 0) {
      return new Map();
    }
    // From the version on that was the latest at the instant: one search of the index for each collector.
    const start = this.#knex('fact_history as earlier')
      .max('earlier.collected_at')
      .whereRaw('earlier.entity_ref = facts.entity_ref')
      .whereRaw('earlier.collector = facts.collector')
      .where('earlier.collected_at', '<', since);
    const rows: FactRunRow[] = await this.#knex('facts')
      .join('fact_history', join =>
        join
          .on('fact_history.entity_ref', 'facts.entity_ref')
          .andOn('fact_history.collector', 'facts.collector'),
      )
      .whereIn('facts.entity_ref', entityRefs)
      .where(
        'fact_history.collected_at',
        '>=',
        this.#knex.raw('coalesce((?), ?)', [start, since]),
      )
      .select('fact_history.*');
    return groupByEntity(rows, toFacts);
  }
}

/**
 * What a report means depends on all that was said before, so batches are taken in one after the other.
 * SQLite does so by itself.
 */
async function oneAtATime(trx: Knex.Transaction): Promise<void> {
  if (isPostgres(trx)) {
    await trx.raw('select pg_advisory_xact_lock(hashtext(?))', [LOCK_NAME]);
  }
}

function distinctKeys(items: readonly FactItem[]): Key[] {
  const keys = new Map(items.map(keyOf).map(key => [factKey(key), key]));
  return [...keys.values()];
}

async function readRows(
  trx: Knex.Transaction,
  table: string,
  keys: readonly Key[],
): Promise<FactRunRow[]> {
  const found: FactRunRow[] = [];
  for (const chunk of inChunks(keys, CHUNK)) {
    const rows = await trx(table).whereIn(
      ['entity_ref', 'collector'],
      chunk.map(key => [key.entity_ref, key.collector]),
    );
    found.push(...rows);
  }
  return found;
}

/** The past is read only where a report is from the past. */
async function readTimelines(
  trx: Knex.Transaction,
  keys: readonly Key[],
  items: readonly FactItem[],
): Promise<Map<string, FactTimeline>> {
  const latest = new Map(
    (await readRows(trx, 'facts', keys)).map(row => [factKey(row), runOf(row)]),
  );
  const fromThePast = distinctKeys(
    items.filter(item => {
      const run = latest.get(factKey(keyOf(item)));
      return run !== undefined && item.collectedAt < run.collectedAt;
    }),
  );
  const older = groupBy(
    await readRows(trx, 'fact_history', fromThePast),
    factKey,
  );
  return new Map(
    keys.map(factKey).map(key => [
      key,
      FactTimeline.create({
        latest: latest.get(key),
        older: older[key]?.map(runOf),
      }),
    ]),
  );
}

async function writeTimelines(
  trx: Knex.Transaction,
  keys: readonly Key[],
  timelines: ReadonlyMap<string, FactTimeline>,
  now: number,
): Promise<void> {
  const latest: (FactRunRow & { recorded_at: number })[] = [];
  const older: FactRunRow[] = [];
  for (const key of keys) {
    const { changedLatest, changedOlder } = timelines.get(factKey(key))!;
    if (changedLatest) {
      latest.push({ ...toRow(key, changedLatest), recorded_at: now });
    }
    older.push(...[...changedOlder].map(run => toRow(key, run)));
  }
  for (const chunk of inChunks(latest, CHUNK)) {
    await trx('facts')
      .insert(chunk)
      .onConflict(['entity_ref', 'collector'])
      .merge(['since', 'collected_at', 'ttl', 'document', 'content_hash']);
  }
  for (const chunk of inChunks(older, CHUNK)) {
    await trx('fact_history')
      .insert(chunk)
      .onConflict(['entity_ref', 'collector', 'collected_at'])
      .merge();
  }
}
