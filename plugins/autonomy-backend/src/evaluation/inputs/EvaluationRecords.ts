import type {
  AutonomyLevel,
  CompiledPolicy,
  EvaluationOutcome,
  EvaluationState,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import { inChunks, isPostgres, toInstant } from '../../database';
import { QUEUE_TABLE } from '../queue/QueueRow';

const CHUNK = 200;

/**
 * What is remembered of an entity from one evaluation to the next. Instants are UTC milliseconds.
 *
 * @internal
 */
export interface EvaluationRecord {
  /** When it was evaluated for the first time; absent means never in this form. */
  startedAt?: number;
  /** How often the record was begun anew. */
  restarts: number;
  /** What the last evaluation left; absent where the record begins, for the first time or anew. */
  state?: EvaluationState;
  /** What the last result said, where the record begins anew. */
  formerOutcome?: EvaluationOutcome;
  /** What is stored of the last result. */
  stored: StoredResult;
}

/**
 * As much of a stored result as tells whether a new one differs. Instants are UTC milliseconds.
 *
 * @internal
 */
export interface StoredResult {
  evaluatedAt: number;
  nextChangeAt?: number;
  level: AutonomyLevel;
  bodyHash: string;
  /** Of the last point of its history. */
  historyKey?: string;
  madeWith?: string;
}

const COLUMNS = [
  'entity_ref',
  'started_at',
  'restarts',
  'state',
  'former_outcome',
  'evaluated_at',
  'next_change_at',
  'level',
  'body_hash',
  'history_key',
  'made_with',
];

/**
 * The records of entities.
 *
 * @remarks
 *
 * Where the policy counts stored history (`ladder.bootstrap: sustained`), evidence of the time before a
 * record's start begins the record anew: entities are known, and so evaluated, long before anybody
 * can report what they did in the last year.
 *
 * @internal
 */
export class EvaluationRecords {
  readonly #knex: Knex;
  readonly #policy: CompiledPolicy;

  static create(options: {
    knex: Knex;
    policy: CompiledPolicy;
  }): EvaluationRecords {
    return new EvaluationRecords(options.knex, options.policy);
  }

  private constructor(knex: Knex, policy: CompiledPolicy) {
    this.#knex = knex;
    this.#policy = policy;
  }

  /** Whether a record that begins needs what was reported of the time before. */
  get countsHistory(): boolean {
    return this.#policy.policy.ladder.bootstrap === 'sustained';
  }

  async read(
    entityRefs: readonly string[],
    knex: Knex = this.#knex,
  ): Promise<Map<string, EvaluationRecord>> {
    const rows = await knex('evaluations')
      .whereIn('entity_ref', entityRefs)
      .select(COLUMNS);
    return new Map(
      rows.map((row): [string, EvaluationRecord] => [
        row.entity_ref,
        {
          startedAt: toInstant(row.started_at),
          restarts: row.restarts,
          state: row.state ? JSON.parse(row.state) : undefined,
          formerOutcome: row.former_outcome
            ? JSON.parse(row.former_outcome)
            : undefined,
          stored: {
            evaluatedAt: Number(row.evaluated_at),
            nextChangeAt: toInstant(row.next_change_at),
            level: row.level,
            bodyHash: row.body_hash,
            historyKey: row.history_key ?? undefined,
            madeWith: row.made_with ?? undefined,
          },
        },
      ]),
    );
  }

  /**
   * What of new evidence lies before the record of its entity, or may: such entities have to be marked, also where
   * the evidence says what was known.
   *
   * @param earliest - by entity ref, when the earliest of it happened, in UTC milliseconds
   */
  async reachedBy(
    trx: Knex.Transaction,
    earliest: ReadonlyMap<string, number>,
  ): Promise<ReadonlyMap<string, number>> {
    const reached: string[] = [];
    for (const refs of inChunks(
      this.countsHistory ? [...earliest.keys()] : [],
      CHUNK,
    )) {
      const rows = await trx('evaluations')
        .whereIn('entity_ref', refs)
        .select('entity_ref', 'started_at');
      const startedAt = startsOf(rows);
      reached.push(...refs.filter(isBefore(earliest, startedAt)));
    }
    return new Map(reached.map(ref => [ref, earliest.get(ref)!]));
  }

  /**
   * Takes notice of new evidence about entities that are marked.
   *
   * @param earliest - by entity ref, when the earliest of it happened, in UTC milliseconds
   */
  async addHistory(
    trx: Knex.Transaction,
    earliest: ReadonlyMap<string, number>,
  ): Promise<void> {
    if (!this.countsHistory) {
      return;
    }
    for (const refs of inChunks([...earliest.keys()], CHUNK)) {
      // In the order in which results are written, so that the two wait for each other; a database in a
      // language of its own would sort otherwise.
      const rows = await trx('evaluations')
        .whereIn('entity_ref', refs)
        .orderByRaw(isPostgres(trx) ? 'entity_ref collate "C"' : 'entity_ref')
        .forUpdate()
        .select('entity_ref', 'started_at');
      const older = refs.filter(isBefore(earliest, startsOf(rows)));
      await trx('evaluations')
        .whereIn('entity_ref', older)
        .update({
          state: null,
          former_outcome: trx.raw(
            `case when state is null then former_outcome else ${outcomeOf(
              trx,
            )} end`,
          ),
          // Whatever comes of it is written.
          body_hash: '',
          restarts: trx.raw('restarts + 1'),
        });
      // Whoever is evaluating one goes on from what no longer holds.
      await trx(QUEUE_TABLE)
        .whereIn('entity_ref', older)
        .update({ ticket: null, due_at: trx.ref('asked_at') });
    }
  }
}

/** When the record of each entity begins, in UTC milliseconds. */
function startsOf(
  rows: readonly { entity_ref: string; started_at: number | string | null }[],
): Map<string, number | undefined> {
  return new Map(rows.map(row => [row.entity_ref, toInstant(row.started_at)]));
}

/** Whether evidence is older than the record of an entity; one that has none yet begins after all of it. */
function isBefore(
  earliest: ReadonlyMap<string, number>,
  startedAt: ReadonlyMap<string, number | undefined>,
) {
  return (ref: string) => earliest.get(ref)! < (startedAt.get(ref) ?? Infinity);
}

/** The outcome within a state, as JSON. */
function outcomeOf(knex: Knex): string {
  return isPostgres(knex)
    ? `(state::json ->> 'outcome')`
    : `json_extract(state, '$.outcome')`;
}
