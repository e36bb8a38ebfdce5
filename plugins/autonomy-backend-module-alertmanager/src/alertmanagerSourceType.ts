import type { IncidentSourceType } from '@aligned-autonomy/backstage-plugin-autonomy-node';
import { AlertmanagerSource } from './AlertmanagerSource';
import { readAlertmanagerConfig } from './readAlertmanagerConfig';

/**
 * @internal
 */
export const alertmanagerSourceType: IncidentSourceType = {
  type: 'alertmanager',
  fields: ['tokens', 'heartbeat'],
  create({ id, config, logger }) {
    const settings = readAlertmanagerConfig(id, config);
    if (settings.tokens.length === 0) {
      logger.warn(
        `The incident source '${id}' has no tokens, so it has no webhook and hears nothing`,
      );
    }
    return AlertmanagerSource.create({ id, settings, logger });
  },
};
