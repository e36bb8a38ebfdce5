import type {
  DisputedField,
  IncidentKey,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';

/**
 * @internal
 */
export interface ProposedChange {
  field: DisputedField;
  /**
   * A severity, an entity ref or `external`, a class; areas with commas between; an instant in ISO 8601.
   */
  value: string;
}

/**
 * @internal
 */
export type ProposalDecision = 'accepted' | 'declined' | 'withdrawn';

/**
 * A change of an incident that somebody asked for. Rows are never removed; the decision is added.
 *
 * @internal
 */
export interface IncidentProposal extends ProposedChange {
  id: string;
  incident: IncidentKey;
  reason?: string;
  /** A user ref, or `source:<name>`. */
  proposedBy: string;
  /** UTC milliseconds. */
  proposedAt: number;
  /** UTC milliseconds; absent while it is pending. */
  decidedAt?: number;
  decidedBy?: string;
  decision?: ProposalDecision;
  decisionReason?: string;
}

const SOURCE_PREFIX = 'source:';

/**
 * How a source signs.
 *
 * @internal
 */
export function signatureOf(source: string): string {
  return `${SOURCE_PREFIX}${source}`;
}

/**
 * Whether it came from a source rather than from a person.
 *
 * @internal
 */
export function isBySource({
  proposedBy,
}: Pick<IncidentProposal, 'proposedBy'>): boolean {
  return proposedBy.startsWith(SOURCE_PREFIX);
}

/**
 * @internal
 */
export function isPending({ decidedAt }: IncidentProposal): boolean {
  return decidedAt === undefined;
}

/**
 * @internal
 */
export function isSameChange(a: ProposedChange, b: ProposedChange): boolean {
  return a.field === b.field && a.value === b.value;
}

/**
 * Areas as the value of a change.
 *
 * @internal
 */
export function areasText(areas: readonly string[]): string {
  return [...areas].sort().join(',');
}

/**
 * An instant, in UTC milliseconds, as the value of a change.
 *
 * @internal
 */
export function instantText(instant: number): string {
  return new Date(instant).toISOString();
}
