import type {
  IncidentMessage,
  IncidentSource,
  WebhookReceiver,
} from '@aligned-autonomy/backstage-plugin-autonomy-node';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { AlertmanagerConfig } from './readAlertmanagerConfig';
import { BearerTokenReceiver } from './BearerTokenReceiver';
import { parseNotification } from './parseNotification';
import { readAlerts } from './readAlerts';

/**
 * Alertmanager as a source of incidents: every alert is one, from when it starts to fire until it is
 * resolved.
 *
 * @internal
 */
export class AlertmanagerSource implements IncidentSource {
  readonly webhook?: WebhookReceiver;
  readonly #id: string;
  readonly #heartbeatAlert: string;
  readonly #logger: LoggerService;

  static create(options: {
    id: string;
    settings: AlertmanagerConfig;
    logger: LoggerService;
  }): AlertmanagerSource {
    return new AlertmanagerSource(options);
  }

  private constructor(
    options: Parameters<typeof AlertmanagerSource.create>[0],
  ) {
    const { id, settings, logger } = options;
    this.#id = id;
    this.#heartbeatAlert = settings.heartbeatAlert;
    this.#logger = logger;
    if (settings.tokens.length > 0) {
      this.webhook = BearerTokenReceiver.create(settings);
    }
  }

  /**
   * Either all alerts of a notification are understood or none is taken, so that a bad one is mended
   * with its neighbours and not lost beside them.
   *
   * @throws InputError that names every mistake
   */
  read({
    body,
    receivedAt,
  }: {
    body: Buffer;
    receivedAt: number;
  }): IncidentMessage[] {
    const { alerts, truncatedAlerts } = parseNotification(body);
    if (truncatedAlerts > 0) {
      this.#logger.warn(
        `Alertmanager left ${truncatedAlerts} alerts out of a notification to the incident source '${
          this.#id
        }'; remove max_alerts from its webhook_config`,
      );
    }
    return readAlerts(alerts, {
      heartbeatAlert: this.#heartbeatAlert,
      receivedAt,
    });
  }
}
