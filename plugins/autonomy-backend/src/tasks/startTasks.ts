import type {
  LifecycleService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { AutonomyConfig } from '../config';
import type { SweepRunner } from '../entities';
import type { EvaluationQueue } from '../evaluation';

/**
 * Starts what goes on in the background.
 *
 * @remarks
 *
 * A start sweeps and evaluates in the process itself: a scheduled task that a killed process leaves
 * behind is not run again until its timeout. The schedules are for what changes without anybody
 * telling, and shared by all replicas. Everything may run twice.
 *
 * @internal
 */
export async function startTasks(options: {
  lifecycle: LifecycleService;
  queue: EvaluationQueue;
  scheduler: SchedulerService;
  settings: Pick<AutonomyConfig, 'evaluation' | 'sweep'>;
  sweeps: SweepRunner;
}): Promise<void> {
  const { lifecycle, queue, scheduler, settings, sweeps } = options;
  const stopped = new AbortController();
  let settling = Promise.resolve();

  lifecycle.addStartupHook(async () => {
    await queue.addAll();
    // Not awaited: the catalog may start after us, and a backend that waits for it would never start.
    settling = sweeps.runUntilSettled(
      settings.sweep.startupInterval,
      stopped.signal,
    );
  });
  lifecycle.addShutdownHook(async () => {
    stopped.abort();
    await Promise.all([settling, queue.stop()]);
  });

  await scheduler.scheduleTask({
    id: 'autonomy-catalog-sweep',
    scope: 'global',
    ...settings.sweep.schedule,
    fn: async signal => {
      await sweeps.run(signal);
    },
  });
  await scheduler.scheduleTask({
    id: 'autonomy-evaluate-all',
    scope: 'global',
    ...settings.evaluation.schedule,
    fn: () => queue.addAll(),
  });
}
