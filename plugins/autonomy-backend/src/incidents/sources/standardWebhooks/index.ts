import type { IncidentSourceType } from '@aligned-autonomy/backstage-plugin-autonomy-node';
import { authenticate } from './authenticate';
import { readEvents } from './readEvents';
import { readKeys } from './readKeys';

/**
 * Whatever can sign a request as Standard Webhooks 1.0 says, in the suite's own words for incidents.
 *
 * @internal
 */
export const standardWebhooks: IncidentSourceType = {
  type: 'standard-webhooks',
  create({ config, id }) {
    const keys = readKeys(config, `autonomy.incidents.sources.${id}`);
    return {
      webhook: keys && { authenticate: request => authenticate(request, keys) },
      read: ({ body }) => readEvents(body),
    };
  },
};
