import { autonomyEntityResourceRef } from '@aligned-autonomy/backstage-plugin-autonomy-node';
import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { ruleFromFilter } from '../ruleFromFilter';

const paramsSchema = z.object({
  key: z.string().describe('Property within the entities metadata to match on'),
  value: z
    .string()
    .optional()
    .describe('Value of the given property to match on'),
});

/**
 * Entities with a field under `metadata`, and a value if given, as the catalog's rule of that name. The key
 * can be nested, such as `field.nestedfield`.
 *
 * @internal
 */
export const hasMetadata = createPermissionRule({
  name: 'HAS_METADATA',
  description: 'Allow entities with the specified metadata subfield',
  resourceRef: autonomyEntityResourceRef,
  paramsSchema,
  ...ruleFromFilter(({ key, value }: z.infer<typeof paramsSchema>) => ({
    key: `metadata.${key}`,
    ...(value !== undefined && { values: [value] }),
  })),
});
