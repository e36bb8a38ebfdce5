import type {
  Deployment,
  DeploymentStatus,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { z } from 'zod';
import {
  entityRefField,
  enumField,
  pastInstantField,
  textField,
  urlField,
} from '../ingestion';

const STATUSES = [
  'succeeded',
  'failed',
  'rolled-back',
] as const satisfies readonly DeploymentStatus[];

/** The decision area that a deployment is in unless it says otherwise. Model section 1. */
const DEFAULT_AREA = 'deployment';

/**
 * A deployment as it is reported.
 *
 * @internal
 */
export type DeploymentItem = Omit<Deployment, 'recordedAt'>;

/**
 * @param options - `areas`: the decision areas of the policy
 * @internal
 */
export function deploymentItemSchema(options: {
  now: number;
  areas: readonly string[];
}): z.ZodType<DeploymentItem> {
  const { areas, now } = options;
  return z
    .strictObject(
      {
        id: textField(200),
        source: textField(100),
        entityRef: entityRefField(),
        status: enumField(STATUSES),
        area: enumField(areas).default(DEFAULT_AREA),
        finishedAt: pastInstantField(now),
        committedAt: pastInstantField(now).optional(),
        reviewedAt: pastInstantField(now).optional(),
        reviewUrl: urlField().optional(),
        incidentId: textField(200).optional(),
        version: textField(200).optional(),
        url: urlField().optional(),
      },
      { error: 'an object' },
    )
    .refine(
      ({ committedAt, finishedAt }) =>
        committedAt === undefined || committedAt <= finishedAt,
      {
        path: ['committedAt'],
        error: 'an instant that is not after finishedAt',
      },
    )
    .refine(
      ({ reviewUrl, reviewedAt }) =>
        reviewUrl === undefined || reviewedAt !== undefined,
      { path: ['reviewedAt'], error: 'when it was reviewed, with reviewUrl' },
    );
}
