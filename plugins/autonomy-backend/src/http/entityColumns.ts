import type { AutonomyEntitySummary } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { CsvColumns } from './sendCsv';

const rounded = (value: number | undefined, digits: number) =>
  value === undefined ? undefined : Number(value.toFixed(digits));
const instant = (time: number | undefined) =>
  time === undefined ? undefined : new Date(time).toISOString();

/**
 * Entities as a table, for people: figures are rounded.
 *
 * @internal
 */
export const ENTITY_COLUMNS: CsvColumns<AutonomyEntitySummary> = {
  entity: row => row.entityRef,
  title: row => row.title,
  type: row => row.type,
  owner: row => row.ownerRef,
  system: row => row.systemRef,
  domain: row => row.domainRef,
  tier: row => row.tier,
  level: row => row.level,
  eligibleLevel: row => row.eligibleLevel,
  proposedLevel: row => row.proposedLevel,
  atRiskSince: row => instant(row.atRiskSince),
  guardrails: row => row.guardrailStatus,
  guardrailsBreached: row => row.guardrailsBreached,
  readiness: row => rounded(row.readiness, 1),
  readinessBand: row => row.readinessBand,
  readinessGaps: row => row.readinessGaps,
  accountability: row => rounded(row.accountability, 3),
  surplus: row => rounded(row.surplus, 2),
  deficit: row => rounded(row.deficit, 2),
  stale: row => row.isStale,
};
