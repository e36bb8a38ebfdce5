import type {
  LifecycleService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { AutonomyConfig } from '../config';
import type { SweepRunner } from '../entities';
import type { EvaluationQueue } from '../evaluation';
import type { RetentionJob } from '../retention';

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
  retention: Pick<RetentionJob, 'run'>;
  scheduler: SchedulerService;
  settings: Pick<AutonomyConfig, 'evaluation' | 'retention' | 'sweep'>;
  sweeps: SweepRunner;
}): Promise<void> {
  const { lifecycle, queue, retention, scheduler, settings, sweeps } = options;
  const stopped = new AbortController();
  let settling = Promise.resolve();

  lifecycle.addStartupHook(async () => {
    // After a long stop nothing is known of the catalog any more, and clocks would start to run.
    const firstSweep = sweeps.run(stopped.signal);
    queue.hold(firstSweep);
    await queue.addAll();
    // Not awaited: the catalog may start after us, and a backend that waits for it would never start.
    settling = firstSweep
      .then(() =>
        sweeps.runUntilSettled(settings.sweep.startupInterval, stopped.signal),
      )
      // Records begin with what the catalog says when it has come to rest.
      .then(() => queue.addAll());
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
  await scheduler.scheduleTask({
    id: 'autonomy-purge',
    scope: 'global',
    ...settings.retention.schedule,
    fn: signal => retention.run(AbortSignal.any([signal, stopped.signal])),
  });
}
