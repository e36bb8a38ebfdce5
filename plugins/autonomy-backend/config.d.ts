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

      /**
       * Addresses of such files, on top of them; read with `integrations` and `backend.reading.allow`
       * of Backstage. What was last read well goes on where one cannot be read; one that never was
       * stops the start. Default: none.
       */
      urls?: string[];

      refresh?: {
        /** How often the addresses are read anew. Default: every 5 minutes. */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      };
    };

    /**
     * Governance boards: ref of a catalog Domain to ref of the Group that decides for it. The
     * annotation `autonomy/board` on the Domain goes first. Default: none.
     */
    boards?: { [domainRef: string]: string };

    /** Ref of the Group that decides where a domain has no board. Default: none. */
    centralBoard?: string;

    /**
     * Lets boards decide although `permission.enabled` is not true. For trying things out: without the
     * permission framework every member of a board's group holds every permission. Default: false.
     */
    boardsWithoutPermissions?: boolean;

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

    facts?: {
      /** By the name under which checks read the facts, such as `backups`. */
      collectors?: {
        [name: string]: {
          /** Whether the collector runs, where a module brings it. Default: true. */
          enabled?: boolean;
          /** How often it runs, where a module brings it. Default: what the module says. */
          schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
          /**
           * How long its facts are fresh; pushed facts may say less by their own `ttl`, not more.
           * Default: what the module says; for pushed facts their own `ttl`, or else
           * `facts.defaultTtl` of the policy, 1 day.
           */
          ttl?: HumanDuration | string;
          /**
           * Types of the facts that may be pushed under this name, by path such as `owner.exists`.
           * A check that reads any other fact of it stops the start. Default: anything may be pushed.
           */
          schema?: {
            [path: string]:
              | 'boolean'
              | 'number'
              | 'text'
              | 'instant'
              | 'numbers'
              | 'texts'
              | 'any';
          };
          /**
           * Who may push under this name, of those who hold the permission: subjects of services,
           * as in `backend.auth.externalAccess[].options.subject`, and entity refs of users.
           * Default: all of them.
           */
          pushedBy?: string[];
        };
      };
    };

    incidents?: {
      /**
       * Where incidents come from. The name of a source is a part of its address, such as
       * `/api/autonomy/v1/webhooks/pagerduty`, and of its incidents; it stays the same for ever.
       */
      sources?: {
        [id: string]: {
          /**
           * `standard-webhooks` is built in; modules add others. What a type needs besides stands next to it.
           */
          type: string;
          /**
           * Type `standard-webhooks`: what signatures are checked with, several while they are rotated.
           * Either `whsec_` and 24 to 64 bytes in base64, or `whpk_` and an ed25519 public key. Without any
           * the source has no address.
           * @visibility secret
           */
          secrets?: string[];
          /**
           * Which entities in scope the source watches, as a catalog filter predicate. Coverage begins when
           * the source is first heard and ends when it falls silent. A predicate over annotations or labels
           * leaves the choice to whoever writes them. Default: none.
           */
          covers?: { [path: string]: unknown };
          poll?: {
            /** How often a source that can be asked is asked. Default: every 5 minutes. */
            schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
          };
        };
      };
      /**
       * Which entity an incident is about, which areas it touches and how severe it is. The first rule that
       * is for an incident decides; an incident without a rule is set aside until there is one. The
       * fields are CEL expressions over `source`, `service.id`, `service.name`, `labels`, `title`, `priority`,
       * `urgency`, `severity`, `entity` and `areas`, all in the words of the source.
       */
      mapping?: Array<{
        /** Sources that the rule is for. Default: all. */
        source?: string | string[];
        /** Whether it is for the incident. Default: it is. */
        when?: string;
        /** Tells an entity ref, such as `'component:default/' + labels.service`. */
        entity: string;
        /** Decision areas, or an expression that tells a list of them. Default: operations. */
        areas?: string | string[];
        /** Tells low, medium, high or critical. */
        severity: string;
      }>;
    };

    evaluation?: {
      /**
       * How often the search for changes that nobody noted goes on, for a minute at a time; a complete
       * one begins once an hour. When entities are evaluated does not depend on it.
       * Default: every 2 minutes.
       */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
    };

    governance?: {
      /**
       * How often what is due is opened (trust audits of the quarter, moves to a laxer tier or domain) and what is
       * over is written down; nothing counts for longer because of it.
       * Default: every minute.
       */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
    };

    rollUps?: {
      /**
       * How often it is counted where entities stand today; the last time of a day (UTC) stands.
       * Default: every hour.
       */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
    };

    retention?: {
      /**
       * How often what nothing needs any more is deleted, a bounded part at a time.
       * Default: every hour.
       */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
    };
  };
}
