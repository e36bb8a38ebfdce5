import { z } from 'zod';
import { enumField, instantField } from '../../ingestion';
import { reasonField } from '../proposals';
import { revisionField } from './planSchema';

/** @internal */
export const signatureSchema = z.strictObject(
  { revision: revisionField(), comment: reasonField() },
  { error: 'an object' },
);

/**
 * @param bounds - of an extension: after the end as it is, and no later than `latest`, in UTC milliseconds
 * @internal
 */
export function moveSchema({ end, latest }: { end: number; latest: number }) {
  const day = (instant: number) => new Date(instant).toISOString();
  const error = `an instant after ${day(end)}, at the latest ${day(latest)}`;
  return z
    .strictObject(
      {
        change: enumField(['lift', 'extend', 'complete']),
        reason: reasonField(),
        until: instantField()
          .refine(until => until > end && until <= latest, { error })
          .optional(),
      },
      { error: 'an object' },
    )
    .superRefine(({ change, until }, context) => {
      if ((change === 'extend') !== (until !== undefined)) {
        context.addIssue({
          code: 'custom',
          path: ['until'],
          message: change === 'extend' ? error : `nothing, to ${change} it`,
          input: until,
        });
      }
    });
}
