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
  fields: ['secrets'],
  create({ config, id, logger }) {
    const keys = readKeys(config, `autonomy.incidents.sources.${id}`);
    if (!keys) {
      logger.warn(
        `The incident source ${id} has no secrets, so nothing can be delivered to it`,
      );
    }
    return {
      webhook: keys && { authenticate: request => authenticate(request, keys) },
      read: ({ body }) => readEvents(body),
    };
  },
};
