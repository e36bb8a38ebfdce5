import type { Coverage } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { z } from 'zod';
import { entityRefField, pastInstantField, textField } from '../ingestion';

/**
 * @internal
 */
export function coverageItemSchema(options: {
  now: number;
}): z.ZodType<Coverage> {
  const { now } = options;
  return z
    .strictObject(
      {
        source: textField(100),
        entityRef: entityRefField(),
        from: pastInstantField(now),
        to: pastInstantField(now).optional(),
        lastHeardAt: pastInstantField(now),
      },
      { error: 'an object' },
    )
    .refine(({ from, to }) => to === undefined || to >= from, {
      path: ['to'],
      error: 'an instant that is not before from',
    })
    .refine(({ from, lastHeardAt }) => lastHeardAt >= from, {
      path: ['lastHeardAt'],
      error: 'an instant that is not before from',
    });
}
