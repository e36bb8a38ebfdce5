export interface Config {
  autonomy?: {
    incidents?: {
      sources?: {
        /** A source of incidents; the key is its name. These settings apply to those of the type `pagerduty`. */
        [id: string]: {
          /** `pagerduty` for a source of this module. */
          type: string;

          /**
           * Signing secrets of the webhook subscriptions, each of at least 16 characters. A request is
           * authentic if any of them signed it, so name the old and the new one while rotating.
           * Default: none; then the source has no webhook.
           * @visibility secret
           */
          secrets?: string[];

          /** How PagerDuty is asked for what was not heard. Default: it is not asked. */
          api?: {
            /**
             * A read-only REST API key.
             * @visibility secret
             */
            token: string;
            /**
             * Where the REST API is, e.g. `https://api.eu.pagerduty.com` for the service region EU.
             * Plain http is accepted for loopback addresses only.
             * Default: `https://api.pagerduty.com`.
             */
            baseUrl?: string;
          };
        };
      };
    };
  };
}
