import type { Knex } from 'knex';
import { inChunks, isPostgres } from '../../database';
import { entitiesInContext } from '../../evaluation/reading/evaluatedEntities';
import type { EvaluationShapes } from '../../evaluation/reading/shapes';
import { inTurns } from '../../tasks/inTurns';
import { appliesTo } from './CheckCounts';
import { CheckTally } from './CheckTally';
import { letterCounts, type LetterCount } from './letterCounts';

const TABLE = 'check_days';
const KEY = ['day', 'domain_ref', 'role', 'check_id'] as const;
const LOCK_NAME = 'autonomy.check-days';
const ROWS_PER_TURN = 500;
// Below the bind variable limit of SQLite (32,766).
const CHUNK = 250;

interface CheckDayRow {
  day: string;
  domain_ref: string;
  role: string;
  check_id: string;
  applies: number;
  pass: number;
  fail: number;
  unknown: number;
  exempt: number;
}

/**
 * How many entities pass what, by day: in the organisation and in each domain.
 *
 * @remarks
 *
 * The day that has begun is written again and again, and only where it differs; the last time stands.
 *
 * @internal
 */
export class CheckDays {
  readonly #knex: Knex;
  readonly #shapes: EvaluationShapes;

  static create(options: { knex: Knex; shapes: EvaluationShapes }): CheckDays {
    return new CheckDays(options.knex, options.shapes);
  }

  private constructor(knex: Knex, shapes: EvaluationShapes) {
    this.#knex = knex;
    this.#shapes = shapes;
  }

  /**
   * Brings the rows of a day up to date.
   *
   * @param day - `YYYY-MM-DD`, of UTC
   * @returns how many rows are new or different, and how many are no more
   */
  async write(day: string): Promise<{ written: number; deleted: number }> {
    // Before the transaction: SQLite has one connection.
    const shapes = await this.#shapes.all();
    return this.#knex.transaction(async trx => {
      await oneAtATime(trx);
      const present = await count(trx, shapes, day);
      const known = new Map<string, CheckDayRow>();
      for await (const row of inTurns<CheckDayRow>(
        await trx(TABLE).where({ day }),
        ROWS_PER_TURN,
      )) {
        known.set(keyOf(row), row);
      }
      const different: CheckDayRow[] = [];
      for (const row of present) {
        const stored = known.get(keyOf(row));
        known.delete(keyOf(row));
        if (!stored || !isSame(row, stored)) {
          different.push(row);
        }
      }
      for (const chunk of inChunks(different, CHUNK)) {
        await trx(TABLE)
          .insert(chunk)
          .onConflict([...KEY])
          .merge();
      }
      const vanished = [...known.values()];
      for (const chunk of inChunks(vanished, CHUNK)) {
        await trx(TABLE)
          .whereIn(
            [...KEY],
            chunk.map(row => KEY.map(column => row[column])),
          )
          .delete();
      }
      return { written: different.length, deleted: vanished.length };
    });
  }
}

/** Two who write would delete what the other has just found. SQLite has one who writes. */
async function oneAtATime(trx: Knex.Transaction): Promise<void> {
  if (isPostgres(trx)) {
    await trx.raw('select pg_advisory_xact_lock(hashtext(?))', [LOCK_NAME]);
  }
}

async function count(
  trx: Knex.Transaction,
  shapes: Awaited<ReturnType<EvaluationShapes['all']>>,
  day: string,
): Promise<CheckDayRow[]> {
  const rows: LetterCount[] = await letterCounts(trx, entitiesInContext(trx), {
    byDomain: true,
    // There are many groups already.
    cut: 1,
    shapes,
  });
  // Under the empty ref all of them.
  const tallies = new Map([['', new CheckTally()]]);
  for await (const row of inTurns(rows, ROWS_PER_TURN)) {
    const shape = shapes.get(row.shape_id ?? '');
    for (const ref of new Set(['', row.domain_ref ?? ''])) {
      const tally = tallies.get(ref) ?? new CheckTally();
      tallies.set(ref, tally);
      tally.add(row, shape);
    }
  }
  return [...tallies].flatMap(([ref, tally]) => rowsOf(tally, day, ref));
}

function rowsOf(tally: CheckTally, day: string, domain: string): CheckDayRow[] {
  return [...tally.counts].flatMap(([key, counts]) => {
    const [role, id] = key.split(' ');
    const { exempt = 0, fail = 0, pass = 0, unknown = 0 } = counts;
    const applies = appliesTo(counts);
    return applies > 0
      ? {
          day,
          domain_ref: domain,
          role,
          check_id: id,
          applies,
          pass,
          fail,
          unknown,
          exempt,
        }
      : [];
  });
}

function keyOf(row: CheckDayRow): string {
  return KEY.map(column => row[column]).join(' ');
}

function isSame(one: CheckDayRow, other: CheckDayRow): boolean {
  return (['applies', 'pass', 'fail', 'unknown', 'exempt'] as const).every(
    column => one[column] === other[column],
  );
}
