import {
  findFactMistake,
  findSchemaMistake,
  type FactMistake,
  type FactSchema,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { JsonObject } from '@backstage/types';
import { z } from 'zod';

/**
 * The facts of one collector about one entity.
 *
 * @internal
 */
export function factsField() {
  return z.unknown().transform((value, context): JsonObject => {
    const mistake = findFactMistake(value);
    if (mistake) {
      addMistake(context, mistake, value);
      return z.NEVER;
    }
    return value as JsonObject;
  });
}

/**
 * Refuses facts of an item that are not what its collector's schema says.
 *
 * @param schemaOf - undefined where anything goes
 * @internal
 */
export function conforming<T extends { facts: JsonObject }>(
  schemaOf: (item: T) => FactSchema | undefined,
) {
  return (item: T, context: z.RefinementCtx): void => {
    const schema = schemaOf(item);
    const mistake = schema && findSchemaMistake(schema, item.facts);
    if (mistake) {
      const path = ['facts', ...mistake.path];
      addMistake(context, { ...mistake, path }, item);
    }
  };
}

function addMistake(
  context: z.RefinementCtx,
  { expected, path }: FactMistake,
  input: unknown,
): void {
  context.addIssue({ code: 'custom', message: expected, path, input });
}
