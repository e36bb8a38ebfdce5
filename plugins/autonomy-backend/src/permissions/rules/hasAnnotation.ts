import { autonomyEntityResourceRef } from '@aligned-autonomy/backstage-plugin-autonomy-node';
import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { ruleFromFilter } from '../ruleFromFilter';

const paramsSchema = z.object({
  annotation: z.string().describe('Name of the annotation to match on'),
  value: z.string().optional().describe('Value of the annotation to match on'),
});

/**
 * Entities with an annotation, and a value if given, as the catalog's rule of that name.
 *
 * @internal
 */
export const hasAnnotation = createPermissionRule({
  name: 'HAS_ANNOTATION',
  description: 'Allow entities with the specified annotation',
  resourceRef: autonomyEntityResourceRef,
  paramsSchema,
  ...ruleFromFilter(({ annotation, value }: z.infer<typeof paramsSchema>) => ({
    key: `metadata.annotations.${annotation}`,
    ...(value !== undefined && { values: [value] }),
  })),
});
