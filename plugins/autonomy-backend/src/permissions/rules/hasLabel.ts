import { autonomyEntityResourceRef } from '@aligned-autonomy/backstage-plugin-autonomy-node';
import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { ruleFromFilter } from '../ruleFromFilter';

const paramsSchema = z.object({
  label: z.string().describe('Name of the label to match on'),
  value: z.string().optional().describe('Value of the label to match on'),
});

/**
 * Entities with a label, and a value if given, as the catalog's rule of that name.
 *
 * @internal
 */
export const hasLabel = createPermissionRule({
  name: 'HAS_LABEL',
  description: 'Allow entities with the specified label',
  resourceRef: autonomyEntityResourceRef,
  paramsSchema,
  ...ruleFromFilter(({ label, value }: z.infer<typeof paramsSchema>) => ({
    key: `metadata.labels.${label}`,
    ...(value !== undefined && { values: [value] }),
  })),
});
