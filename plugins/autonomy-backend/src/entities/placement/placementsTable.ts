import type { Knex } from 'knex';
import { inChunks } from '../../database';
import {
  PLACEMENTS_TABLE,
  type PlacementRow,
  type SweptPlacement,
} from './placementRows';

const CHUNK = 200;

/** What is remembered of all entities, or of some; by entity ref. @internal */
export async function readPlacements(
  knex: Knex,
  entityRefs?: readonly string[],
): Promise<Map<string, PlacementRow>> {
  const found = new Map<string, PlacementRow>();
  const chunks = entityRefs ? inChunks(entityRefs, CHUNK) : [undefined];
  for (const chunk of chunks) {
    const query = knex<PlacementRow>(PLACEMENTS_TABLE);
    const rows: PlacementRow[] = await (chunk
      ? query.whereIn('entity_ref', chunk)
      : query.select());
    rows.forEach(row => found.set(row.entity_ref, row));
  }
  return found;
}

/** Writes what a sweep found; what boards were asked stays. @internal */
export async function writePlacements(
  trx: Knex.Transaction,
  rows: readonly SweptPlacement[],
): Promise<void> {
  for (const chunk of inChunks(rows, CHUNK)) {
    await trx(PLACEMENTS_TABLE)
      .insert([...chunk])
      .onConflict('entity_ref')
      .merge(
        Object.keys(chunk[0]).filter(column => column !== 'entity_ref') as any,
      );
  }
}
