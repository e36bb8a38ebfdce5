import {
  RESERVED_COLLECTORS,
  type CollectedFacts,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { JsonObject } from '@backstage/types';
import { z } from 'zod';
import { entityRefField, pastInstantField, ttlField } from '../ingestion';
import { findFactMistake } from './findFactMistake';

/**
 * The document of one collector about one entity.
 *
 * @internal
 */
export interface FactItem extends CollectedFacts {
  entityRef: string;
}

/**
 * @param options - `defaultTtl` in milliseconds
 * @internal
 */
export function factItemSchema(options: {
  now: number;
  defaultTtl: number;
}): z.ZodType<FactItem> {
  return z
    .strictObject(
      {
        entityRef: entityRefField(),
        collector: collectorField(),
        facts: factsField(),
        collectedAt: pastInstantField(options.now),
        ttl: ttlField().optional(),
      },
      { error: 'an object' },
    )
    .transform(({ facts, ttl = options.defaultTtl, ...item }) => ({
      ...item,
      values: facts,
      ttl,
    }));
}

function collectorField() {
  const error =
    'a collector name of letters and digits that starts with a small letter, has at most 63 characters and is not one of the built-in collectors';
  return z
    .string({ error })
    .regex(/^[a-z][A-Za-z0-9]{0,62}$/, { error })
    .refine(name => !RESERVED_COLLECTORS.includes(name), { error });
}

function factsField() {
  return z.unknown().transform((value, context): JsonObject => {
    const mistake = findFactMistake(value);
    if (mistake) {
      context.addIssue({
        code: 'custom',
        message: mistake.expected,
        path: mistake.path,
        input: value,
      });
      return z.NEVER;
    }
    return value as JsonObject;
  });
}
