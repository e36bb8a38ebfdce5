import type {
  DailyFigures,
  EntityFigures,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';

/** Counts and sums by column of `daily_roll_ups`; PostgreSQL gives sums as texts. */
type FigureColumn =
  | 'entities'
  | `level_${1 | 2 | 3 | 4}`
  | `guardrails_${
      | 'none'
      | 'ok'
      | 'exempt'
      | 'at_risk'
      | 'breached'
      | 'unknown'}`
  | 'guardrail_pairs'
  | 'guardrail_pairs_exempt'
  | 'readiness_sum'
  | 'readiness_count'
  | 'accountability_sum'
  | 'surplus'
  | 'deficit'
  | 'stale';

/**
 * @internal
 */
export type FigureRow = Record<FigureColumn, number | string>;

/**
 * @internal
 */
export type DailyRow = FigureRow & { day: string; ref: string };

/**
 * @internal
 */
export function toFigures(row: FigureRow): EntityFigures {
  const count = (column: FigureColumn) => Number(row[column]);
  const ratio = (part: FigureColumn, whole: FigureColumn) =>
    count(whole) > 0 ? count(part) / count(whole) : undefined;
  return {
    entities: count('entities'),
    levels: {
      1: count('level_1'),
      2: count('level_2'),
      3: count('level_3'),
      4: count('level_4'),
    },
    guardrails: {
      none: count('guardrails_none'),
      ok: count('guardrails_ok'),
      exempt: count('guardrails_exempt'),
      'at-risk': count('guardrails_at_risk'),
      breached: count('guardrails_breached'),
      unknown: count('guardrails_unknown'),
    },
    readiness: ratio('readiness_sum', 'readiness_count'),
    accountability: ratio('accountability_sum', 'entities'),
    surplus: count('surplus'),
    deficit: count('deficit'),
    stale: count('stale'),
    guardrailPairs: count('guardrail_pairs'),
    exemptPairs: count('guardrail_pairs_exempt'),
    exemptionDebt: ratio('guardrail_pairs_exempt', 'guardrail_pairs'),
  };
}

/**
 * @internal
 */
export function toDailyFigures(row: DailyRow): DailyFigures {
  return { day: row.day, ...toFigures(row) };
}
