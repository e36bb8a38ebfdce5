import type { CollectedFacts } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { z } from 'zod';
import { entityRefField, pastInstantField, ttlField } from '../ingestion';
import { COLLECTOR_NAME, isCollectorName } from './collectorName';
import { FactDeclarations } from './FactDeclarations';
import { conforming, factsField } from './factsField';

/**
 * The document of one collector about one entity.
 *
 * @internal
 */
export interface FactItem extends CollectedFacts {
  entityRef: string;
}

/**
 * What a caller may push.
 *
 * @param options - `defaultTtl` in milliseconds; `caller` is the subject of a service or the ref of a
 * user
 * @internal
 */
export function factItemSchema(options: {
  now: number;
  caller: string;
  defaultTtl: number;
  declarations: FactDeclarations;
}): z.ZodType<FactItem> {
  const { caller, declarations, defaultTtl, now } = options;
  return z
    .strictObject(
      {
        entityRef: entityRefField(),
        collector: collectorField(name =>
          declarations.pushMistake(name, caller),
        ),
        facts: factsField(),
        collectedAt: pastInstantField(now),
        ttl: ttlField().optional(),
      },
      { error: 'an object' },
    )
    .superRefine(
      conforming(({ collector }) => declarations.schemaOf(collector)),
    )
    .transform(({ facts, ttl, ...item }) => ({
      ...item,
      values: facts,
      ttl: ttlOf(ttl, declarations.ttlOf(item.collector)) ?? defaultTtl,
    }));
}

/** Operators say how long facts are good for at most: whoever pushes may only say less. */
function ttlOf(pushed: number | undefined, configured: number | undefined) {
  return pushed !== undefined && configured !== undefined
    ? Math.min(pushed, configured)
    : pushed ?? configured;
}

function collectorField(mistakeOf: (name: string) => string | undefined) {
  const error = COLLECTOR_NAME;
  return z
    .string({ error })
    .refine(isCollectorName, { error, abort: true })
    .superRefine((name, context) => {
      const message = mistakeOf(name);
      if (message !== undefined) {
        // Whoever may not push is not told what could be.
        context.addIssue({
          code: 'custom',
          message,
          input: name,
          continue: false,
        });
      }
    });
}
