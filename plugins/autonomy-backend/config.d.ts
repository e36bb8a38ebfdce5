import { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';
import { HumanDuration } from '@backstage/types';

export interface Config {
  /** Settings of Autonomy for Backstage. */
  autonomy?: {
    /**
     * Which catalog entities are evaluated, as a catalog filter predicate.
     * Default: `kind: Component`.
     */
    scope?: { [path: string]: unknown };

    policy?: {
      /**
       * YAML files with Policy and Scorecard documents on top of the built-in ones, later files
       * winning. Absolute, or relative to the working directory of the backend. A mistake in one of
       * them stops the start. Default: none.
       */
      files?: string[];
    };

    /**
     * Governance boards: ref of a catalog Domain to ref of the Group that decides for it. The
     * annotation `autonomy/board` on the Domain goes first. Default: none.
     */
    boards?: { [domainRef: string]: string };

    /** Ref of the Group that decides where a domain has no board. Default: none. */
    centralBoard?: string;

    catalog?: {
      sweep?: {
        /** How often the catalog is compared with the suite's own index. Default: every 2 minutes. */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
        /**
         * Pause between sweeps after a start, until the catalog has settled.
         * Default: 5 seconds.
         */
        startupInterval?: HumanDuration | string;
      };
    };

    evaluation?: {
      /**
       * How often every entity is evaluated again, because evidence ages even where nothing
       * happens. Default: every 5 minutes.
       */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
    };
  };
}
