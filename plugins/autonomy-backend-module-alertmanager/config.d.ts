export interface Config {
  /** Settings of Autonomy for Backstage. */
  autonomy?: {
    incidents?: {
      /** Where incidents come from, by a name of your own that stays the same. */
      sources?: {
        [id: string]: {
          /** `alertmanager` for Prometheus Alertmanager. */
          type: string;

          /**
           * Bearer tokens that Alertmanager's webhook may present, each of at least 32 visible ASCII
           * characters; several while one replaces the other. Default: none, and then the source has
           * no webhook.
           *
           * @visibility secret
           */
          tokens?: string[];

          /**
           * The alert that always fires, whose deliveries say that Prometheus and Alertmanager are
           * there and watch. It is never an incident.
           */
          heartbeat?: {
            /** Value of its label `alertname`. Default: `Watchdog`. */
            alertname?: string;
          };
        };
      };
    };
  };
}
