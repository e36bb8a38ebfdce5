import type { NewObjective } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { z } from 'zod';
import {
  entityRefField,
  instantField,
  pastInstantField,
} from '../../ingestion';
import { paragraphField } from '../paragraphField';

const MOST_MEASURES = 10;

/**
 * @param options - `now`: UTC milliseconds
 * @internal
 */
export function objectiveSchema(options: {
  now: number;
}): z.ZodType<NewObjective> {
  const { now } = options;
  const few = `a list of 1 to ${MOST_MEASURES} measures`;
  return z.strictObject(
    {
      statement: paragraphField(10, 500),
      measures: z
        .array(
          z
            .strictObject(
              {
                title: paragraphField(1, 200),
                target: paragraphField(1, 100),
                current: paragraphField(1, 100).optional(),
                measuredAt: pastInstantField(now).optional(),
              },
              { error: 'an object' },
            )
            .refine(
              ({ current, measuredAt }) =>
                measuredAt === undefined || current !== undefined,
              {
                path: ['current'],
                error: 'what was measured, where there is an instant of it',
              },
            ),
          { error: few },
        )
        .min(1, { error: few })
        .max(MOST_MEASURES, { error: few }),
      ownerRef: entityRefField().refine(ref => ref.startsWith('group:'), {
        error: 'the ref of a group',
      }),
      reviewAt: instantField().refine(instant => instant > now, {
        error: 'an instant in the future',
      }),
    },
    { error: 'an object' },
  );
}
