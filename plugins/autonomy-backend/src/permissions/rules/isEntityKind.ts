import { autonomyEntityResourceRef } from '@aligned-autonomy/backstage-plugin-autonomy-node';
import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { ruleFromFilter } from '../ruleFromFilter';

const paramsSchema = z.object({
  kinds: z.array(z.string()).describe('List of kinds to match at least one of'),
});

/**
 * Entities of one of the given kinds, as the catalog's rule of that name.
 *
 * @internal
 */
export const isEntityKind = createPermissionRule({
  name: 'IS_ENTITY_KIND',
  description: 'Allow entities matching a specified kind',
  resourceRef: autonomyEntityResourceRef,
  paramsSchema,
  ...ruleFromFilter(({ kinds }: z.infer<typeof paramsSchema>) => ({
    key: 'kind',
    values: kinds,
  })),
});
