import { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  search?: {
    collators?: {
      /** Entities by level and guardrail status, for Autonomy for Backstage. */
      autonomy?: {
        /**
         * The stricter of the two permissions under your policy: everybody who has it for an entity has the
         * other one for it too. It alone decides who finds the entity, because search asks for one permission.
         * Where permissions are on and this is absent, nothing is indexed.
         */
        visibility?: 'catalog.entity.read' | 'autonomy.entity.read';

        /**
         * Where a result leads, with the placeholders `:kind`, `:namespace` and `:name`. It must not be what
         * the catalog's own documents have. Default: `/catalog/:namespace/:kind/:name/autonomy`.
         */
        locationTemplate?: string;

        /** How often the index is made anew. Default: every 10 minutes, for the first time after one. */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      };
    };
  };
}
