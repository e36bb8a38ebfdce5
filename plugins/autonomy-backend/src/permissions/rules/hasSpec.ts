import { autonomyEntityResourceRef } from '@aligned-autonomy/backstage-plugin-autonomy-node';
import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { ruleFromFilter } from '../ruleFromFilter';

const paramsSchema = z.object({
  key: z.string().describe('Property within the entities spec to match on'),
  value: z
    .string()
    .optional()
    .describe('Value of the given property to match on'),
});

/**
 * Entities with a field under `spec`, and a value if given, as the catalog's rule of that name. The key
 * can be nested, such as `field.nestedfield`.
 *
 * @internal
 */
export const hasSpec = createPermissionRule({
  name: 'HAS_SPEC',
  description: 'Allow entities with the specified spec subfield',
  resourceRef: autonomyEntityResourceRef,
  paramsSchema,
  ...ruleFromFilter(({ key, value }: z.infer<typeof paramsSchema>) => ({
    key: `spec.${key}`,
    ...(value !== undefined && { values: [value] }),
  })),
});
