import type { GuardrailStatus } from '../model';
import type { EntitiesFilter } from './types';

/** How many of some entities stand where with one guardrail; what stands nowhere is left out. @public */
export type GuardrailCounts = Partial<Record<GuardrailStatus, number>>;

/** The entities of one governance domain. @public */
export interface GuardrailMatrixGroup {
  /** The Domain; absent for the entities that have none. */
  ref?: string;
  /** Of that entity, where it is known. */
  title?: string;
  entities: number;
  /** One for each of `guardrails`, in their order; empty where it applies to none of the entities. */
  counts: GuardrailCounts[];
}

/** How the entities that the caller may read stand with every guardrail, by governance domain. @public */
export interface GuardrailMatrix {
  /** Nothing is counted: only the catalog can tell what the caller may read. */
  isWithheld: boolean;
  /** Those that apply to any of the entities, in the order of the policy. */
  guardrails: { id: string; title: string; mandatory: boolean }[];
  /** The largest first, 200 at the most. */
  groups: GuardrailMatrixGroup[];
  /** Absent where it is withheld. */
  totalGroups?: number;
}

/** @public */
export type GuardrailMatrixRequest = EntitiesFilter;
