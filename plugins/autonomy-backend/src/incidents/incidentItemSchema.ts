import {
  SEVERITIES,
  type Incident,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { z } from 'zod';
import {
  booleanField,
  entityRefField,
  enumField,
  instantField,
  pastInstantField,
  textField,
  urlField,
} from '../ingestion';

const MAX_ACTIONS = 50;

/**
 * An incident as it is reported.
 *
 * @internal
 */
export type IncidentItem = Omit<
  Incident,
  | 'recordedAt'
  | 'updatedAt'
  | 'class'
  | 'classifiedAt'
  | 'causedBy'
  | 'consequences'
>;

/**
 * @param options - `areas`: the decision areas of the policy
 * @internal
 */
export function incidentItemSchema(options: {
  now: number;
  areas: readonly string[];
}): z.ZodType<IncidentItem> {
  const { areas, now } = options;
  const expectedAreas = `a list of decision areas (${areas.join(', ')})`;
  return z
    .strictObject(
      {
        id: textField(200),
        source: textField(100),
        entityRef: entityRefField(),
        title: textField(500),
        severity: enumField(SEVERITIES),
        areas: z
          .array(enumField(areas), { error: expectedAreas })
          .max(areas.length, { error: expectedAreas })
          .transform(ids => [...new Set(ids)].sort())
          .default([]),
        // A start in the future is the engine's to judge: it counts as the time of the report.
        startedAt: instantField(),
        resolvedAt: pastInstantField(now).optional(),
        url: urlField().optional(),
        irreversible: booleanField().optional(),
        review: reviewField(now).optional(),
      },
      { error: 'an object' },
    )
    .refine(
      ({ resolvedAt, startedAt }) =>
        resolvedAt === undefined || resolvedAt >= Math.min(startedAt, now),
      {
        path: ['resolvedAt'],
        error: 'an instant that is not before startedAt',
      },
    );
}

function reviewField(now: number) {
  return z.strictObject(
    {
      completedAt: pastInstantField(now),
      actions: z
        .array(
          z.strictObject(
            {
              title: textField(500),
              closedAt: pastInstantField(now).optional(),
            },
            { error: 'an object' },
          ),
          { error: 'a list of actions' },
        )
        .max(MAX_ACTIONS, { error: `at most ${MAX_ACTIONS} actions` })
        .default([]),
    },
    { error: 'an object' },
  );
}
