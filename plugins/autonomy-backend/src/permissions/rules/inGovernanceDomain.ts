import { autonomyEntityResourceRef } from '@aligned-autonomy/backstage-plugin-autonomy-node';
import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { ruleFromFilter } from '../ruleFromFilter';
import { DOMAIN_KEY } from '../matchesFilter';

const paramsSchema = z.object({
  domains: z
    .array(z.string())
    .describe('Full refs of the Domains to match at least one of'),
});

/**
 * Entities of one of the given governance domains.
 *
 * @internal
 */
export const inGovernanceDomain = createPermissionRule({
  name: 'IN_GOVERNANCE_DOMAIN',
  description: 'Allow entities of the specified governance domains',
  resourceRef: autonomyEntityResourceRef,
  paramsSchema,
  ...ruleFromFilter(({ domains }: z.infer<typeof paramsSchema>) => ({
    key: DOMAIN_KEY,
    values: domains,
  })),
});
