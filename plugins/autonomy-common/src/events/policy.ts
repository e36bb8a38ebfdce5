import type { PolicyDocumentKey, PublishedAction } from '../api';

/** The topic of the events service on which is told what was published and withdrawn. @public */
export const AUTONOMY_POLICY_TOPIC = 'autonomy.policy-changed';

/**
 * What is published about a change of the policy. It names no person. Instants are UTC milliseconds.
 * @public
 */
export interface AutonomyPolicyEventPayload {
  /** Fields may be added to a version, and none is taken away or changed. */
  version: 1;
  /** The same whenever the same change is delivered again. */
  id: string;
  action: PublishedAction | 'withdraw';
  document: PolicyDocumentKey;
  /** Of the version that was published or withdrawn. */
  number: number;
  /** From then on it counts; of one that was withdrawn: would have counted. */
  effectiveFrom: number;
  /** Why. */
  note: string;
  /** When it was published or withdrawn. */
  at: number;
}
