import type { Consequence, Deployment, Policy } from '../../model';
import { atLeastAsSevere, type Consequences } from '../consequences';

/**
 * How the review of a deployment stands. A review that was done although none was owed is `done`.
 * @public
 */
export type DeploymentReviewState = 'none-owed' | 'due' | 'overdue' | 'done';

/** The review after a deployment: whether one is owed, until when, and whether it was done. @public */
export interface DeploymentReview {
  state: DeploymentReviewState;
  /** In UTC milliseconds; absent where none is owed. */
  dueAt?: number;
}

/** Whether what is deployed in an area of that consequence is reviewed afterwards. */
export function owesReview(
  consequence: Consequence | undefined,
  { deployments: { reviewFrom } }: Pick<Policy, 'deployments'>,
): boolean {
  return consequence !== undefined && atLeastAsSevere(consequence, reviewFrom);
}

/** When a review that is owed is due; from then on it is overdue. */
export function reviewDueAt(
  { finishedAt }: Pick<Deployment, 'finishedAt'>,
  { decisions: { reviewWithin } }: Pick<Policy, 'decisions'>,
): number {
  return finishedAt + reviewWithin;
}

/**
 * How the review of a deployment stands at an instant. Model section 5; the fact
 * `deployments.highConsequenceReviewShare` follows the same rule.
 *
 * @param consequences - of each area for the entity
 * @param now - UTC milliseconds
 * @public
 */
export function deploymentReviewOf(
  deployment: Pick<Deployment, 'area' | 'finishedAt' | 'reviewedAt'>,
  consequences: Consequences,
  policy: Pick<Policy, 'decisions' | 'deployments'>,
  now: number,
): DeploymentReview {
  const dueAt = owesReview(consequences.get(deployment.area), policy)
    ? reviewDueAt(deployment, policy)
    : undefined;
  const { reviewedAt = Infinity } = deployment;
  if (reviewedAt <= now) return { state: 'done', dueAt };
  if (dueAt === undefined) return { state: 'none-owed' };
  return { state: now < dueAt ? 'due' : 'overdue', dueAt };
}
