import type {
  EntityGuardrailStatus,
  Evaluation,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import { inChunks } from '../database';
import type { EvaluationResult, EvaluationsStore } from './EvaluationsStore';
import { resultHash } from './resultHash';

// Few enough that making and hashing their bodies does not keep the process for long.
const CHUNK = 50;

/** From the best to the worst; breached and unknown are equally bad. */
const GUARDRAIL_RANK: Record<EntityGuardrailStatus, number> = {
  none: 0,
  ok: 1,
  exempt: 2,
  'at-risk': 3,
  unknown: 4,
  breached: 4,
};

/**
 * @internal
 */
export class DatabaseEvaluationsStore implements EvaluationsStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): DatabaseEvaluationsStore {
    return new DatabaseEvaluationsStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  async put(results: readonly EvaluationResult[]): Promise<number> {
    let written = 0;
    for (const chunk of inChunks(results, CHUNK)) {
      const stored = await this.#readStored(chunk);
      const rows = chunk
        .map(toRow)
        .filter(row => isNews(row, stored.get(row.entity_ref)))
        // One order for all writers, so that two of them wait instead of deadlocking.
        .sort((a, b) => (a.entity_ref < b.entity_ref ? -1 : 1));
      if (rows.length > 0) {
        await this.#knex('evaluations')
          .insert(rows)
          .onConflict('entity_ref')
          .merge()
          .whereRaw('evaluations.evaluated_at <= excluded.evaluated_at')
          .whereRaw('evaluations.restarts = excluded.restarts');
        written += rows.length;
      }
    }
    return written;
  }

  async #readStored(
    results: readonly EvaluationResult[],
  ): Promise<Map<string, StoredResult>> {
    const rows = await this.#knex('evaluations')
      .whereIn(
        'entity_ref',
        results.map(({ step }) => step.entity.entityRef),
      )
      .select('entity_ref', 'body_hash', 'next_change_at');
    return new Map(rows.map(row => [row.entity_ref, row]));
  }
}

interface StoredResult {
  body_hash: string;
  next_change_at: number | string | null;
}

type ResultRow = ReturnType<typeof toRow>;

/** The same words are written again when what is stored says that they may be over, or does so too late. */
function isNews(row: ResultRow, stored: StoredResult | undefined): boolean {
  if (stored?.body_hash !== row.body_hash) {
    return true;
  }
  const holdsUntil = instantOf(stored.next_change_at);
  return (
    holdsUntil <= row.evaluated_at || instantOf(row.next_change_at) < holdsUntil
  );
}

function instantOf(value: number | string | null): number {
  return value === null ? Infinity : Number(value);
}

function toRow({ isPreliminary, record, step }: EvaluationResult) {
  const { events, state: next, ...evaluation } = step;
  const state = isPreliminary ? undefined : next;
  const { accountability, entity, guardrails, level, readiness } = evaluation;
  return {
    entity_ref: entity.entityRef,
    evaluated_at: evaluation.evaluatedAt,
    policy_version: evaluation.policyVersion,
    level: level.level,
    level_title: level.title,
    guardrail_status: guardrails.status,
    guardrail_rank: GUARDRAIL_RANK[guardrails.status],
    guardrails_breached: guardrails.counts.breached + guardrails.counts.unknown,
    readiness: readiness.score ?? null,
    readiness_band: readiness.band ?? null,
    readiness_gaps: readiness.gaps,
    accountability: accountability.score,
    body: JSON.stringify(evaluation satisfies Evaluation),
    body_hash: resultHash({ evaluation, state }),
    state: state ? JSON.stringify(state) : null,
    next_change_at: evaluation.nextChangeAt ?? null,
    started_at: isPreliminary
      ? null
      : record?.startedAt ?? evaluation.evaluatedAt,
    restarts: record?.restarts ?? 0,
  };
}
