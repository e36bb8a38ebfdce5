import { RELATION_OWNED_BY } from '@backstage/catalog-model';
import { autonomyEntityResourceRef } from '@aligned-autonomy/backstage-plugin-autonomy-node';
import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { ruleFromFilter } from '../ruleFromFilter';

const paramsSchema = z.object({
  claims: z
    .array(z.string())
    .describe(
      `List of claims to match at least one on within ${RELATION_OWNED_BY}`,
    ),
});

/**
 * Entities owned by one of the given entity refs, as the catalog's rule of that name.
 *
 * @internal
 */
export const isEntityOwner = createPermissionRule({
  name: 'IS_ENTITY_OWNER',
  description: 'Allow entities owned by a specified claim',
  resourceRef: autonomyEntityResourceRef,
  paramsSchema,
  ...ruleFromFilter(({ claims }: z.infer<typeof paramsSchema>) => ({
    key: `relations.${RELATION_OWNED_BY}`,
    values: claims,
  })),
});
