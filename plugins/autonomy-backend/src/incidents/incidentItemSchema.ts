import { SEVERITIES } from '@aligned-autonomy/backstage-plugin-autonomy-common';
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
import { affectedField, causeField, reviewField } from './fields';
import type { IncidentStatement } from './IncidentReports';

/**
 * An incident as it is reported; `occurredAt` is absent where the reporter does not tell since when.
 *
 * @internal
 */
export type IncidentItem = Omit<IncidentStatement, 'occurredAt' | 'undated'> & {
  occurredAt?: number;
};

/**
 * @param options - `areas`: the decision areas of the policy; `delivering`: sources that deliver by
 * themselves, for which nobody else may speak
 * @internal
 */
export function incidentItemSchema(options: {
  now: number;
  areas: readonly string[];
  delivering?: readonly string[];
}): z.ZodType<IncidentItem> {
  const { areas, delivering = [], now } = options;
  const expectedAreas = `a list of decision areas (${areas.join(', ')})`;
  return z
    .strictObject(
      {
        id: textField(200),
        source: textField(100).refine(name => !delivering.includes(name), {
          error: 'a source that does not deliver by itself',
        }),
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
        causedBy: causeField().optional(),
        affected: affectedField().optional(),
        mergedInto: textField(200).optional(),
        occurredAt: pastInstantField(now).optional(),
      },
      { error: 'an object' },
    )
    .refine(({ id, mergedInto }) => mergedInto !== id, {
      path: ['mergedInto'],
      error: 'the id of another incident',
    })
    .refine(
      ({ resolvedAt, startedAt }) =>
        resolvedAt === undefined || resolvedAt >= Math.min(startedAt, now),
      {
        path: ['resolvedAt'],
        error: 'an instant that is not before startedAt',
      },
    )
    .refine(
      ({ review, startedAt }) =>
        review === undefined || review.completedAt >= Math.min(startedAt, now),
      {
        path: ['review', 'completedAt'],
        error: 'an instant that is not before startedAt',
      },
    );
}
