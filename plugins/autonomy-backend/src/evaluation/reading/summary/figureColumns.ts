import type {
  ReadinessBand,
  SummaryGrouping,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { FigureRow } from '../../../history';

/**
 * @internal
 */
export type BandColumn = `band_${'ready' | 'minor' | 'focus' | 'not' | 'none'}`;

/**
 * @internal
 */
export const BAND_COLUMNS: Record<ReadinessBand | 'none', BandColumn> = {
  ready: 'band_ready',
  'minor-gaps': 'band_minor',
  focus: 'band_focus',
  'not-ready': 'band_not',
  none: 'band_none',
};

/**
 * What makes a group.
 *
 * @internal
 */
export const GROUP_KEYS: Record<SummaryGrouping, string> = {
  domain: 'entity_context.domain_ref',
  system: 'entities.system_ref',
  owner: 'entities.owner_ref',
  tier: 'entity_context.tier',
  level: 'evaluations.level',
};

const countOf = (condition: string) => `count(*) filter (where ${condition})`;
const level = (value: number) => countOf(`evaluations.level = ${value}`);
const status = (value: string) =>
  countOf(`evaluations.guardrail_status = '${value}'`);
const band = (value: ReadinessBand) =>
  countOf(`evaluations.readiness_band = '${value}'`);
const letters = (text: string) => `coalesce(sum(length(${text})), 0)`;

/**
 * What is counted of a group. The columns that `daily_roll_ups` has too mean the same there.
 *
 * @internal
 */
export const FIGURES: Record<keyof FigureRow | BandColumn, string> = {
  entities: 'count(*)',
  level_1: level(1),
  level_2: level(2),
  level_3: level(3),
  level_4: level(4),
  guardrails_none: status('none'),
  guardrails_ok: status('ok'),
  guardrails_exempt: status('exempt'),
  guardrails_at_risk: status('at-risk'),
  guardrails_breached: status('breached'),
  guardrails_unknown: status('unknown'),
  guardrail_pairs: letters('evaluations.guardrail_states'),
  guardrail_pairs_exempt: `${letters(
    'evaluations.guardrail_states',
  )} - ${letters("replace(evaluations.guardrail_states, 'e', '')")}`,
  readiness_sum: 'coalesce(sum(evaluations.readiness), 0)',
  readiness_count: 'count(evaluations.readiness)',
  accountability_sum: 'coalesce(sum(evaluations.accountability), 0)',
  surplus: 'count(evaluations.surplus)',
  deficit: 'count(evaluations.deficit)',
  stale: countOf('evaluations.stale'),
  band_ready: band('ready'),
  band_minor: band('minor-gaps'),
  band_focus: band('focus'),
  band_not: band('not-ready'),
  band_none: countOf('evaluations.readiness_band is null'),
};
