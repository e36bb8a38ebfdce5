import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import {
  filterPredicateToFilterFunction,
  type FilterPredicate,
} from '@backstage/filter-predicates';
import type { Knex } from 'knex';
import { contentHash, inChunks, type Clock } from '../database';
import type { EntityIndexStore } from '../entities';
import type { EvaluationMarks } from '../evaluation';
import { endFollowing } from './endFollowing';
import type { SourceState, SourceStates } from './SourceStates';

const ENTITIES_AT_ONCE = 500;
// Below the bind variable limit of SQLite (32,766).
const ROWS_AT_ONCE = 200;

/**
 * A source and which entities in scope it watches.
 *
 * @internal
 */
export interface CoveringSource {
  id: string;
  covers?: FilterPredicate;
}

/**
 * Keeps stretches of coverage open for the entities that a source watches, as long as it is heard.
 *
 * @remarks
 *
 * Which entities a source watches is told by the installation's configuration and by nothing else; a stretch
 * begins when both are true, that it is told so and that the source is heard.
 *
 * @internal
 */
export class CoverageKeeper {
  readonly #clock: Clock;
  readonly #index: EntityIndexStore;
  readonly #knex: Knex;
  readonly #logger: LoggerService;
  readonly #marks: EvaluationMarks;
  readonly #sources: readonly CoveringSource[];
  readonly #states: SourceStates;

  static create(options: {
    clock: Clock;
    index: EntityIndexStore;
    knex: Knex;
    logger: LoggerService;
    sources: readonly CoveringSource[];
    states: SourceStates;
    marks: EvaluationMarks;
  }): CoverageKeeper {
    return new CoverageKeeper(options);
  }

  private constructor(options: Parameters<typeof CoverageKeeper.create>[0]) {
    this.#clock = options.clock;
    this.#index = options.index;
    this.#knex = options.knex;
    this.#logger = options.logger;
    this.#marks = options.marks;
    this.#sources = options.sources;
    this.#states = options.states;
  }

  /** Refs of the entities in scope that a source watches. */
  async coveredBy({ covers }: CoveringSource): Promise<Set<string>> {
    const covered = new Set<string>();
    if (!covers) {
      return covered;
    }
    const matches = filterPredicateToFilterFunction(covers);
    const scope = await this.#index.listScope();
    for (const refs of inChunks(scope, ENTITIES_AT_ONCE)) {
      for (const { snapshot } of await this.#index.readScoped(refs)) {
        const { entityRef, kind, metadata, spec } = snapshot;
        if (matches({ kind, metadata, spec })) {
          covered.add(entityRef);
        }
      }
    }
    return covered;
  }

  /** Brings coverage in line; a failure is logged, the next time makes up for it. */
  async keep(): Promise<void> {
    if (this.#sources.length === 0) {
      return;
    }
    try {
      const now = await this.#clock.now();
      const { revision } = await this.#index.readState();
      const states = await this.#states.readAll();
      for (const source of this.#sources) {
        const state = states.find(known => known.source === source.id);
        if (state && this.#states.isHeard(state, now)) {
          // One that fails keeps no other from it.
          await this.#keepOne(source, state, { now, revision }).catch(error =>
            this.#warn(error, `by ${source.id} `),
          );
        }
      }
    } catch (error) {
      this.#warn(error);
    }
  }

  #warn(error: unknown, by = ''): void {
    this.#logger.warn(
      `Coverage ${by}could not be brought in line`,
      toError(error),
    );
  }

  async #keepOne(
    source: CoveringSource,
    state: SourceState,
    { now, revision }: { now: number; revision: number },
  ): Promise<void> {
    const coveredWith = contentHash({
      covers: source.covers ?? null,
      revision,
    });
    if (state.coveredWith === coveredWith) {
      return;
    }
    const covered = await this.coveredBy(source);
    await this.#knex.transaction(async trx => {
      // One process at a time, and nobody hears of the source meanwhile.
      const { lastHeardAt = now } = await this.#states.readLocked(
        trx,
        source.id,
      );
      const { revision: latest } = await trx('index_state').first('revision');
      if (Number(latest) !== revision) {
        // Whoever changed the catalog brings it in line with what it is now.
        return;
      }
      const open = await readOpen(trx, source.id);
      const begun = [...covered].filter(ref => !open.has(ref)).sort();
      const ended = [...open].filter(ref => !covered.has(ref)).sort();
      await begin(trx, source.id, begun, { now, lastHeardAt });
      for (const refs of inChunks(ended, ROWS_AT_ONCE)) {
        await endFollowing(trx, source.id, lastHeardAt, refs);
      }
      await this.#states.setCoveredWith(trx, source.id, coveredWith);
      await this.#marks.mark(trx, [...begun, ...ended], now);
    });
  }
}

async function readOpen(
  trx: Knex.Transaction,
  source: string,
): Promise<Set<string>> {
  const rows = await trx('coverage')
    .where({ source, follows_source: true })
    .select('entity_ref');
  return new Set(rows.map(row => row.entity_ref));
}

async function begin(
  trx: Knex.Transaction,
  source: string,
  entityRefs: readonly string[],
  { lastHeardAt, now }: { now: number; lastHeardAt: number },
): Promise<void> {
  for (const refs of inChunks(entityRefs, ROWS_AT_ONCE)) {
    const rows = refs.map(entity_ref => ({
      entity_ref,
      source,
      from_at: now,
      last_heard_at: lastHeardAt,
      follows_source: true,
      recorded_at: now,
      content_hash: 'follows',
    }));
    await trx('coverage')
      .insert(rows)
      .onConflict(['entity_ref', 'source', 'from_at'])
      .ignore();
  }
}
