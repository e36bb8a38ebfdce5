import type { IncidentSourceType } from '@aligned-autonomy/backstage-plugin-autonomy-node';
import { PagerDutyClient, PagerDutyPoller } from './poller';
import { readPagerDutyConfig } from './readPagerDutyConfig';
import { PagerDutyWebhookReceiver, readEvent } from './webhook';

/**
 * Sources that hear from PagerDuty by v3 webhooks, and ask its REST API for what was not heard.
 *
 * @internal
 */
export const pagerDutySourceType: IncidentSourceType = {
  type: 'pagerduty',
  fields: ['secrets', 'api'],
  create({ config, id, logger }) {
    const { api, secrets } = readPagerDutyConfig(id, config);
    if (!secrets && !api) {
      logger.warn(
        `The incident source ${id} can hear nothing: neither secrets nor api is configured`,
      );
    }
    return {
      webhook: secrets && PagerDutyWebhookReceiver.create({ secrets }),
      poller:
        api && PagerDutyPoller.create({ client: PagerDutyClient.create(api) }),
      read: ({ body, receivedAt }) => readEvent(body, receivedAt),
    };
  },
};
