import type {
  CompiledPolicy,
  PolicyDocument,
  PolicyDocumentIssue,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { PolicyText } from '../sources';

/**
 * The policy at one instant, with what it was made of.
 *
 * @internal
 */
export interface PolicySnapshot {
  policy: CompiledPolicy;
  /** In the order in which later ones override earlier ones. */
  texts: readonly PolicyText[];
  documents: readonly PolicyDocument[];
  /** When each check was first published here, by id, in UTC milliseconds. */
  published: Readonly<Record<string, number>>;
  /** Tells two snapshots apart: what results depend on besides evidence. */
  fingerprint: string;
}

/**
 * What becomes of the policy with some text over it.
 *
 * @internal
 */
export interface PolicyAttempt {
  /** Absent where there are issues. */
  policy?: CompiledPolicy;
  /** Those of the text that was tried; empty where it cannot be read. */
  documents: readonly PolicyDocument[];
  issues: PolicyDocumentIssue[];
  warnings: PolicyDocumentIssue[];
}

/**
 * What keeps a text from counting.
 *
 * @internal
 */
export interface PolicyProblem {
  place: string;
  message: string;
  /** UTC milliseconds. */
  since: number;
}

/**
 * What evaluations follow.
 *
 * @internal
 */
export interface FollowedPolicies {
  /** As of the last look. Whoever does several things by one policy holds on to one snapshot. */
  readonly current: Pick<PolicySnapshot, 'fingerprint' | 'policy'>;
  /** Looks, now and then, whether something was published meanwhile, or counts from now on. */
  follow(now: number): Promise<void>;
}

/**
 * The policy in force, which changes while the process runs.
 *
 * @internal
 */
export interface PolicyRegistry extends FollowedPolicies {
  readonly current: PolicySnapshot;
  /** The policy in force whenever it is asked; not to be compared, nor kept as a key. */
  readonly live: CompiledPolicy;
  /** What keeps texts from counting at the moment. */
  readonly problems: readonly PolicyProblem[];
  /** Reads what was published meanwhile, or counts from now on. */
  refresh(now: number): Promise<void>;
  /**
   * Compiles some text over what is in force, each document of which replaces the one of its kind and name.
   *
   * @param yaml - one or several documents
   * @param here - what is published here instead of what is
   */
  attempt(yaml: string, here?: readonly PolicyText[]): PolicyAttempt;
  /**
   * Whether the policy could do with another text of a place of the configuration.
   *
   * @throws InputError in one line, with file, line and field of the first mistake
   */
  assertFits(place: string, yaml: string): void;
}
