import type {
  Consequence,
  Evaluation,
  RightResult,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';

const TABLE = 'evaluation_mismatches';

/**
 * A row of `evaluation_mismatches`: an area in which a team decides more or less than is recommended.
 *
 * @internal
 */
export interface MismatchRow {
  entity_ref: string;
  area: string;
  consequence: string;
  actual: number;
  source: string;
  recommended: number;
  /** The right in force, by which the risk matrix counts. */
  effective: number;
  difference: number;
  priority: number;
  /** 0..1 */
  trust: number;
}

/** Of the column `consequences`. @internal */
export const CONSEQUENCE_LETTERS: Record<Consequence, string> = {
  low: 'l',
  medium: 'm',
  high: 'h',
  critical: 'c',
};

/** Of the column `mismatches`; where nobody said what the team decides there is none of them. @internal */
export const MISMATCH_LETTERS = { surplus: '+', deficit: '-', none: '=' };

const UNKNOWN = '?';

/** @internal */
export function mismatchLetter({ mismatch }: RightResult): string {
  if (!mismatch) {
    return UNKNOWN;
  }
  if (mismatch.difference === 0) {
    return MISMATCH_LETTERS.none;
  }
  return mismatch.difference > 0
    ? MISMATCH_LETTERS.surplus
    : MISMATCH_LETTERS.deficit;
}

/** @internal */
export function toMismatchRows({
  entity,
  rights,
  trust,
}: Pick<Evaluation, 'entity' | 'rights' | 'trust'>): MismatchRow[] {
  return rights.flatMap(right => {
    const { area, consequence, effective, mismatch, recommended } = right;
    return mismatch && mismatch.difference !== 0
      ? [
          {
            entity_ref: entity.entityRef,
            area,
            consequence,
            actual: mismatch.actual,
            source: mismatch.source,
            recommended,
            effective,
            difference: mismatch.difference,
            priority: mismatch.priority ?? 0,
            trust: trust.find(each => each.area === area)?.value ?? 0,
          },
        ]
      : [];
  });
}

/**
 * Replaces the rows of entities, those of them whose rows differ: most have none, before and after.
 *
 * @param wanted - by entity ref; the transaction holds the entities
 * @internal
 */
export async function replaceMismatches(
  trx: Knex.Transaction,
  wanted: ReadonlyMap<string, readonly MismatchRow[]>,
): Promise<void> {
  const stored = new Map<string, MismatchRow[]>();
  const rows: MismatchRow[] = await trx(TABLE)
    .whereIn('entity_ref', [...wanted.keys()])
    .select();
  for (const row of rows) {
    stored.set(row.entity_ref, [...(stored.get(row.entity_ref) ?? []), row]);
  }
  const changed = [...wanted].filter(
    ([ref, next]) => keyOf(stored.get(ref) ?? []) !== keyOf(next),
  );
  const gone = changed.map(([ref]) => ref).filter(ref => stored.has(ref));
  if (gone.length > 0) {
    await trx(TABLE).whereIn('entity_ref', gone).delete();
  }
  // An entity at a time: SQLite takes a bounded number of values.
  for (const [, next] of changed) {
    if (next.length > 0) {
      await trx(TABLE).insert([...next]);
    }
  }
}

function keyOf(rows: readonly MismatchRow[]): string {
  return rows
    .map(row =>
      JSON.stringify([
        row.area,
        row.consequence,
        row.actual,
        row.source,
        row.recommended,
        row.effective,
        row.priority,
        row.trust,
      ]),
    )
    .sort()
    .join();
}
