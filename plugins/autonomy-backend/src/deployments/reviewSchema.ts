import type { Deployment } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { z } from 'zod';
import { pastInstantField, urlField } from '../ingestion';

/**
 * A review as the owners record it.
 *
 * @internal
 */
export interface DeploymentReviewItem {
  /** In UTC milliseconds. */
  completedAt: number;
  /** Where it was written down. */
  url?: string;
}

/**
 * @param options - `now`: when it was completed unless it says otherwise, in UTC milliseconds
 * @internal
 */
export function reviewSchema(options: {
  deployment: Deployment;
  now: number;
}): z.ZodType<DeploymentReviewItem> {
  const { deployment, now } = options;
  return z.strictObject(
    {
      completedAt: pastInstantField(now)
        .refine(instant => instant >= deployment.finishedAt, {
          error: `an instant that is not before the deployment finished (${new Date(
            deployment.finishedAt,
          ).toISOString()})`,
        })
        .default(now),
      url: urlField().optional(),
    },
    { error: 'an object' },
  );
}
