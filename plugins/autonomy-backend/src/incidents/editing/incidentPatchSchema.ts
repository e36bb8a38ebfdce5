import {
  SEVERITIES,
  type Incident,
  type IncidentChange,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { z } from 'zod';
import {
  booleanField,
  enumField,
  pastInstantField,
  textField,
} from '../../ingestion';
import { affectedField, causeField, reviewShape } from '../fields';
import type { ProposalVerdict } from './types';

const CLASSES = ['none', 'legal', 'ethical', 'bypass'] as const;

const NOT_BEFORE = 'an instant that is not before the incident started';

const reasonField = () => textField(1_000).optional();

/**
 * @param options - `now`: UTC milliseconds
 * @internal
 */
export function incidentPatchSchema(options: {
  incident: Pick<Incident, 'recordedAt' | 'startedAt'>;
  now: number;
}): z.ZodType<IncidentChange> {
  const { incident, now } = options;
  const startedAt = Math.min(incident.startedAt, incident.recordedAt);
  return z.strictObject(
    {
      severity: enumField(
        SEVERITIES as typeof SEVERITIES & string[],
      ).optional(),
      causedBy: causeField().optional(),
      class: enumField(CLASSES).optional(),
      resolvedAt: pastInstantField(now)
        .refine(instant => instant >= startedAt, { error: NOT_BEFORE })
        .optional(),
      affected: affectedField().optional(),
      irreversible: booleanField().optional(),
      review: z
        .strictObject(
          { ...reviewShape(now), noActionNeeded: booleanField().optional() },
          { error: 'an object' },
        )
        .refine(({ completedAt }) => completedAt >= startedAt, {
          path: ['completedAt'],
          error: NOT_BEFORE,
        })
        .optional(),
      reason: reasonField(),
    },
    { error: 'an object' },
  ) as z.ZodType<IncidentChange>;
}

/**
 * @internal
 */
export const verdictSchema: z.ZodType<ProposalVerdict> = z.strictObject(
  {
    decision: enumField(['accepted', 'declined']),
    reason: reasonField(),
  },
  { error: 'an object' },
);
