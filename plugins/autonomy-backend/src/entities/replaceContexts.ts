import type { Knex } from 'knex';
import { isEqual, isMatch } from 'lodash';
import { inChunks } from '../database';
import { inTurns } from '../tasks/inTurns';
import type { DerivedContexts } from './EntityIndexStore';
import {
  placeEntity,
  readPlacements,
  writePlacements,
  type PlacementRow,
  type SweptPlacement,
} from './placement';
import { toContextRow, type ContextRow } from './rows';
import type { EntityContext } from './types';

const CHUNK = 200;
const CONTEXTS_PER_TURN = 200;
/** Confirmations that did not come. */
const LONG_AGO = 2;

/**
 * @internal
 */
export interface ReplaceOptions {
  /** UTC milliseconds. */
  now: number;
  /** Milliseconds after which an unchanged context is written again. */
  confirmEvery: number;
  /** Whether moves to a laxer tier or domain wait for somebody's approval. */
  movesWait: boolean;
  /** Marks entities whose context changes; before it is written, because marks are the first lock. */
  mark: (entityRefs: readonly string[]) => Promise<void>;
}

/** What there was, and what there will be. */
interface Change {
  moved: Set<string>;
  contexts: Map<string, ContextRow>;
  placements: Map<string, SweptPlacement>;
}

/**
 * Replaces the contexts by ones that were derived from the index; of moves that wait for a board the stricter side.
 *
 * @remarks
 *
 * Replicas derive at the same time. The state goes first: its row makes them wait for each other, and
 * what was derived from an older index than what is there is dropped. So the contexts are compared with
 * what they replace, and no replica marks as current what another has just made older.
 *
 * @returns entities whose context changed, or was confirmed again after a long time
 * @internal
 */
export async function replaceContexts(
  trx: Knex.Transaction,
  derived: DerivedContexts,
  options: ReplaceOptions,
): Promise<string[]> {
  const { contexts, derivedWith, revision } = derived;
  const isNewest = await trx('index_state')
    .where('id', 'catalog')
    .where('derived_revision', '<=', revision)
    .update({ derived_revision: revision, derived_with: derivedWith });
  if (!isNewest) {
    return [];
  }
  const state = await trx('index_state').where('id', 'catalog').first();
  const movesWait =
    options.movesWait &&
    // Until the catalog came to rest, what looks like a move is an arrival.
    state.settled_at !== null;

  const former = new Map<string, ContextRow>();
  for (const row of await trx<ContextRow>('entity_context').select()) {
    former.set(row.entity_ref, row);
  }
  const placements = await readPlacements(trx);
  const change: Change = {
    moved: new Set(),
    contexts: new Map(),
    placements: new Map(),
  };
  const consider = (
    ref: string,
    context: EntityContext,
    placement: PlacementRow | undefined,
  ) => {
    const placed = placeEntity(ref, context, placement, movesWait);
    const row = toContextRow(ref, placed.context, options.now);
    const isRemembered =
      placement !== undefined && isMatch(placement, placed.row);
    note(change, row, former.get(ref), options);
    change.placements.delete(ref);
    if (!isRemembered) {
      change.placements.set(ref, placed.row);
    }
  };
  for await (const [ref, context] of inTurns(contexts, CONTEXTS_PER_TURN)) {
    consider(ref, context, placements.get(ref));
  }

  const contested = [...change.placements.keys()].filter(
    ref => (placements.get(ref)?.move ?? null) !== null,
  );
  await options.mark([...change.moved, ...contested]);
  // A board may have decided just before; whoever is marked is decided about afterwards.
  for (const [ref, now] of await readPlacements(trx, contested)) {
    if (!isEqual(now, placements.get(ref))) {
      consider(ref, contexts.get(ref)!, now);
    }
  }

  await writePlacements(trx, [...change.placements.values()]);
  for (const chunk of inChunks([...change.contexts.values()], CHUNK)) {
    await trx('entity_context').insert(chunk).onConflict('entity_ref').merge();
  }
  const gone = [...former.keys()].filter(ref => !contexts.has(ref));
  for (const chunk of inChunks(gone, CHUNK)) {
    await trx('entity_context').whereIn('entity_ref', chunk).delete();
  }
  return [...change.moved];
}

/** Takes down what has to be written of a context. */
function note(
  { contexts, moved }: Change,
  row: ContextRow,
  before: ContextRow | undefined,
  { confirmEvery, now }: ReplaceOptions,
): void {
  const age = before ? now - Number(before.confirmed_at) : 0;
  // Facts that may have gone stale are fresh again.
  const isMoved =
    !before || !isSame(before, row) || age >= LONG_AGO * confirmEvery;
  contexts.delete(row.entity_ref);
  if (isMoved) {
    moved.add(row.entity_ref);
  }
  if (isMoved || age >= confirmEvery || moved.has(row.entity_ref)) {
    contexts.set(row.entity_ref, row);
  }
}

function isSame(before: ContextRow, row: ContextRow): boolean {
  return isEqual({ ...before, confirmed_at: 0 }, { ...row, confirmed_at: 0 });
}
