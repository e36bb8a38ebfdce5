import { autonomyEntityResourceRef } from '@aligned-autonomy/backstage-plugin-autonomy-node';
import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { ruleFromFilter } from '../ruleFromFilter';
import { TIER_KEY } from '../matchesFilter';

const paramsSchema = z.object({
  tiers: z
    .array(z.number().int().min(1).max(4))
    .describe('Tiers to match at least one of; 1 is the most critical'),
});

/**
 * Entities of one of the given effective tiers.
 *
 * @internal
 */
export const hasTier = createPermissionRule({
  name: 'HAS_TIER',
  description: 'Allow entities of the specified effective tiers',
  resourceRef: autonomyEntityResourceRef,
  paramsSchema,
  ...ruleFromFilter(({ tiers }: z.infer<typeof paramsSchema>) => ({
    key: TIER_KEY,
    values: tiers.map(String),
  })),
});
