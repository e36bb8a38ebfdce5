import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import Router from 'express-promise-router';
import { readAutonomyConfig } from './config';
import { createCoverageStore } from './coverage';
import { applyMigrations, DatabaseClock } from './database';
import { createDeploymentsStore } from './deployments';
import { createSweepRunner, DatabaseEntityIndexStore } from './entities';
import {
  createEvaluationQueue,
  createEvaluationsReader,
  EvaluationRecords,
} from './evaluation';
import { DatabaseFactsStore } from './facts';
import { createRouter } from './http';
import { createIncidentsStore, IncidentConsequences } from './incidents';
import { createEvidenceGates } from './createEvidenceGates';
import { registerPermissions } from './permissions';
import { loadPolicy } from './scorecards';
import { startTasks } from './tasks';

/**
 * The backend of Autonomy for Backstage.
 *
 * @public
 */
export const autonomyPlugin = createBackendPlugin({
  pluginId: 'autonomy',
  register(env) {
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
      },
      async init(deps) {
        const { catalog, database, logger, permissions, permissionsRegistry } =
          deps;
        const settings = readAutonomyConfig(deps.config);
        const policy = await loadPolicy(settings.policyFiles, logger);

        const knex = await database.getClient();
        await applyMigrations(database, knex);
        const clock = DatabaseClock.create({ knex });
        const index = DatabaseEntityIndexStore.create({
          knex,
          scope: settings.scope,
        });
        const stores = {
          coverage: createCoverageStore({ knex }),
          deployments: createDeploymentsStore({ knex }),
          facts: DatabaseFactsStore.create({ knex }),
          incidents: createIncidentsStore({
            consequences: IncidentConsequences.create({ index, policy }),
            knex,
          }),
        };
        const records = EvaluationRecords.create({
          knex,
          policy: policy.policy,
        });

        registerPermissions({ index, permissionsRegistry });
        const queue = createEvaluationQueue({
          clock,
          index,
          knex,
          logger,
          policy,
          records,
          stores,
        });
        const onTouched = (entityRefs: Iterable<string>) =>
          queue.add(entityRefs);
        const sweeps = createSweepRunner({
          auth: deps.auth,
          catalog,
          clock,
          index,
          logger,
          policy: policy.policy,
          settings,
          onTouched,
        });

        const v1 = await createRouter({
          auditor: deps.auditor,
          evidence: createEvidenceGates({
            clock,
            permissions,
            policy: policy.policy,
            records,
            stores,
            onTouched,
          }),
          evaluations: createEvaluationsReader({
            catalog,
            knex,
            permissions,
            permissionsRegistry,
          }),
          httpAuth: deps.httpAuth,
          policy,
        });
        deps.httpRouter.use(Router().use('/v1', v1));
        await startTasks({
          ...deps,
          clock,
          facts: stores.facts,
          keepFactsFor: policy.policy.trust.window,
          queue,
          settings,
          sweeps,
        });
      },
    });
  },
});
