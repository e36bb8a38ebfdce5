import type { FactSchema } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { z } from 'zod';
import { CLOCK_TOLERANCE_MS } from '../../ingestion/fields';
import type { FactItem } from '../factItemSchema';
import { conforming, factsField } from '../factsField';

/**
 * What a collector may answer about one entity.
 *
 * @param options - `asked` are the entities that it was asked about, `repeated` those that it answered
 * about more than once; `ttl` in milliseconds
 * @internal
 */
export function collectedFactsSchema(options: {
  now: number;
  collector: string;
  schema: FactSchema;
  ttl: number;
  asked: ReadonlySet<string>;
  repeated: ReadonlySet<string>;
}): z.ZodType<FactItem> {
  const { asked, collector, now, repeated, schema, ttl } = options;
  const instant = 'an instant in UTC milliseconds that is not in the future';
  return z
    .strictObject(
      {
        entityRef: z
          .string({ error: 'an entity ref' })
          .refine(ref => asked.has(ref), {
            error: 'one of the entities that were asked about',
          })
          .refine(ref => !repeated.has(ref), {
            error: 'each entity at most once',
          }),
        facts: factsField(),
        collectedAt: z
          .int({ error: instant })
          .min(1, { error: instant })
          .max(now + CLOCK_TOLERANCE_MS, { error: instant })
          .default(now),
      },
      { error: 'an object' },
    )
    .superRefine(conforming(() => schema))
    .transform(({ facts, ...item }) => ({
      ...item,
      collector,
      values: facts,
      ttl,
    }));
}
