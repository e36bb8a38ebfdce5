import type { Knex } from 'knex';
import { isEqual } from 'lodash';
import { inChunks } from '../database';
import { inTurns } from '../tasks/inTurns';
import type { DerivedContexts } from './EntityIndexStore';
import { toContextRow, type ContextRow } from './rows';

const CHUNK = 200;
const CONTEXTS_PER_TURN = 200;
/** Confirmations that did not come. */
const LONG_AGO = 2;

/**
 * Replaces the contexts by ones that were derived from the index.
 *
 * @remarks
 *
 * Replicas derive at the same time. The state goes first: its row makes them wait for each other, and
 * what was derived from an older index than what is there is dropped. So the contexts are compared with
 * what they replace, and no replica marks as current what another has just made older.
 *
 * @param options - `now` in UTC milliseconds; `confirmEvery`: milliseconds after which an unchanged
 * context is written again
 * @returns entities whose context changed, or was confirmed again after a long time
 * @internal
 */
export async function replaceContexts(
  trx: Knex.Transaction,
  derived: DerivedContexts,
  options: { now: number; confirmEvery: number },
): Promise<string[]> {
  const { contexts, derivedWith, revision } = derived;
  const { confirmEvery, now } = options;
  const isNewest = await trx('index_state')
    .where('id', 'catalog')
    .where('derived_revision', '<=', revision)
    .update({ derived_revision: revision, derived_with: derivedWith });
  if (!isNewest) {
    return [];
  }

  const former = new Map<string, ContextRow>();
  for (const row of await trx<ContextRow>('entity_context').select()) {
    former.set(row.entity_ref, row);
  }
  const moved: string[] = [];
  const written: ContextRow[] = [];
  for await (const [ref, context] of inTurns(contexts, CONTEXTS_PER_TURN)) {
    const row = toContextRow(ref, context, now);
    const before = former.get(ref);
    const age = before ? now - Number(before.confirmed_at) : 0;
    // Facts that may have gone stale are fresh again.
    const isMoved =
      !before || !isSame(before, row) || age >= LONG_AGO * confirmEvery;
    if (isMoved) {
      moved.push(ref);
    }
    if (isMoved || age >= confirmEvery) {
      written.push(row);
    }
  }
  for (const chunk of inChunks(written, CHUNK)) {
    await trx('entity_context').insert(chunk).onConflict('entity_ref').merge();
  }
  const gone = [...former.keys()].filter(ref => !contexts.has(ref));
  for (const chunk of inChunks(gone, CHUNK)) {
    await trx('entity_context').whereIn('entity_ref', chunk).delete();
  }
  return moved;
}

function isSame(before: ContextRow, row: ContextRow): boolean {
  return isEqual({ ...before, confirmed_at: 0 }, { ...row, confirmed_at: 0 });
}
