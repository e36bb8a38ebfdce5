import {
  SEVERITIES,
  type DecisionRight,
  type NewGrant,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { z } from 'zod';
import {
  entityRefField,
  enumField,
  instantField,
  textField,
} from '../../ingestion';
import { reasonField } from '../proposals/voteSchema';

const LONGEST_ID = 100;
const LOWEST: DecisionRight = 1;
const HIGHEST: DecisionRight = 5;

const rightField = () => {
  const error = `a whole number from ${LOWEST} to ${HIGHEST}`;
  return z
    .int({ error })
    .min(LOWEST, { error })
    .max(HIGHEST, { error })
    .transform(right => right as DecisionRight);
};

/** @param now - UTC milliseconds */
const futureField = (now: number) =>
  instantField().refine(instant => instant > now, {
    error: 'an instant in the future',
  });

/**
 * @param now - UTC milliseconds
 * @internal
 */
export function grantSchema(now: number): z.ZodType<NewGrant> {
  return z.strictObject(
    {
      entityRef: entityRefField(),
      area: textField(LONGEST_ID),
      right: rightField(),
      reason: reasonField(),
      expiresAt: futureField(now),
      trial: z
        .strictObject(
          { failsFrom: enumField(SEVERITIES) },
          { error: 'an object' },
        )
        .optional(),
      auditId: textField(LONGEST_ID).optional(),
    },
    { error: 'an object' },
  );
}

/**
 * @param now - UTC milliseconds
 * @internal
 */
export function renewalSchema(
  now: number,
): z.ZodType<{ expiresAt: number; reason: string }> {
  return z.strictObject(
    { expiresAt: futureField(now), reason: reasonField() },
    { error: 'an object' },
  );
}
