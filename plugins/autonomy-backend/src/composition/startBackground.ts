import {
  DatabaseCollectorRuns,
  scheduleCollectors,
  type FactCollectors,
} from '../facts';
import { observeBacklog } from '../observability';
import { startTasks } from '../tasks';
import type { AutonomyCore } from './createCore';
import type { AutonomyGovernance } from './createGovernance';
import type { PluginServices } from './types';

/**
 * Starts what goes on without anybody asking.
 *
 * @internal
 */
export async function startBackground(
  services: PluginServices,
  core: AutonomyCore,
  { rounds }: Pick<AutonomyGovernance, 'rounds'>,
  collectors: FactCollectors,
): Promise<void> {
  await scheduleCollectors({
    ...services,
    ...core,
    collectors,
    runs: DatabaseCollectorRuns.create({ knex: core.knex }),
    settings: core.settings.collectors,
    store: core.stores.facts,
  });
  await core.intake.start(services);
  observeBacklog({
    ...services,
    ...core,
    evaluation: core.progress,
    inbox: core.intake.inbox,
    outbox: core.announcements.outbox,
  });
  core.simulations.start(services);
  await startTasks({ ...services, ...core, rounds });
  if (core.settings.policyUrls.length > 0) {
    await services.scheduler.scheduleTask({
      id: 'autonomy-policy-refresh',
      scope: 'global',
      ...core.settings.policyRefresh.schedule,
      fn: signal => core.started.addresses.run(signal),
    });
  }
}
