import type {
  LifecycleService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { AutonomyConfig } from '../config';
import type { Clock } from '../database';
import type { SweepRunner } from '../entities';
import type { createEvaluation, EvaluationQueue } from '../evaluation';
import type { GovernanceRounds } from '../governance/rounds';
import type { RetentionJob } from '../retention';
import type { RollUpJob } from '../rollups';

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
  announcements: { start(): void; stop(): Promise<void> };
  clock: Clock;
  evaluation: ReturnType<typeof createEvaluation>;
  lifecycle: LifecycleService;
  logger: LoggerService;
  queue: EvaluationQueue;
  retention: Pick<RetentionJob, 'run'>;
  rounds: Pick<GovernanceRounds, 'run'>;
  rollUps: Pick<RollUpJob, 'run'>;
  scheduler: SchedulerService;
  settings: Pick<
    AutonomyConfig,
    'evaluation' | 'governance' | 'retention' | 'rollUps' | 'sweep'
  >;
  sweeps: SweepRunner;
}): Promise<void> {
  const { announcements, evaluation, lifecycle, scheduler, settings } = options;
  const { loops, policyInForce, worker } = evaluation;
  const { clock, logger, queue, retention, rollUps, rounds, sweeps } = options;
  const stopped = new AbortController();
  const { signal } = stopped;
  let settling = Promise.resolve();

  async function settle(): Promise<void> {
    // After a long stop nothing is known of the catalog any more, and clocks would start to run.
    await sweeps.runUntilSwept(settings.sweep.startupInterval, signal);
    worker.open();
    await sweeps.runUntilSettled(settings.sweep.startupInterval, signal);
    const now = await clock.now();
    if (!signal.aborted && (await policyInForce.isOwn(now))) {
      // Records begin with what the catalog says when it has come to rest.
      await queue.markOutdated(policyInForce.madeWith, now);
    }
  }

  lifecycle.addStartupHook(() => {
    loops.start();
    announcements.start();
    // Not awaited: the catalog may start after us, and a backend that waits for it would never start.
    settling = settle().catch(error =>
      logger.error('Entities could not be marked', toError(error)),
    );
  });
  lifecycle.addShutdownHook(async () => {
    stopped.abort();
    await Promise.all([settling, loops.stop(), announcements.stop()]);
  });

  await scheduler.scheduleTask({
    id: 'autonomy-catalog-sweep',
    scope: 'global',
    ...settings.sweep.schedule,
    fn: async aborted => {
      await sweeps.run(aborted);
    },
  });
  await scheduler.scheduleTask({
    id: 'autonomy-evaluate-all',
    scope: 'global',
    ...settings.evaluation.schedule,
    fn: aborted => evaluation.sweep.run(AbortSignal.any([aborted, signal])),
  });
  await scheduler.scheduleTask({
    id: 'autonomy-governance',
    scope: 'global',
    ...settings.governance.schedule,
    fn: aborted => rounds.run(AbortSignal.any([aborted, signal])),
  });
  await scheduler.scheduleTask({
    id: 'autonomy-roll-up',
    scope: 'global',
    ...settings.rollUps.schedule,
    fn: aborted => rollUps.run(AbortSignal.any([aborted, signal])),
  });
  await scheduler.scheduleTask({
    id: 'autonomy-purge',
    scope: 'global',
    ...settings.retention.schedule,
    fn: aborted => retention.run(AbortSignal.any([aborted, signal])),
  });
}
