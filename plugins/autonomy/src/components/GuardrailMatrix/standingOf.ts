import type {
  GuardrailCounts,
  GuardrailStatus,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';

/** The worst first. */
export const STATUSES: GuardrailStatus[] = [
  'breached',
  'unknown',
  'at-risk',
  'exempt',
  'ok',
];

/** How the entities of a group stand with one guardrail. */
export interface Standing {
  /** To how many it applies. */
  all: number;
  /** For how many it simply holds. */
  held: number;
  worst: GuardrailStatus;
  /** What is behind the cell: what is not well, or all where everything holds. */
  states: GuardrailStatus[];
}

/** Undefined where the guardrail applies to none of them. */
export function standingOf(counts: GuardrailCounts): Standing | undefined {
  const found = STATUSES.filter(status => counts[status]);
  if (found.length === 0) {
    return undefined;
  }
  const open = found.filter(status => status !== 'ok');
  return {
    all: found.reduce((sum, status) => sum + (counts[status] ?? 0), 0),
    held: counts.ok ?? 0,
    worst: found[0],
    states: open.length > 0 ? open : found,
  };
}
