import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { toError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import type { CollectorSettings } from '../../config';
import {
  CollectorRunner,
  type CollectorRunnerOptions,
} from './CollectorRunner';
import type { FactCollectors } from './FactCollectors';

/** The catalog has to be indexed before there is anything to ask about. */
const INITIAL_DELAY = { minutes: 1 };

/**
 * Lets each collector run in a task of its own, which all replicas share.
 *
 * @param options - `settings` by name of the collector
 * @internal
 */
export async function scheduleCollectors(
  options: Omit<CollectorRunnerOptions, 'collector' | 'onFinished' | 'ttl'> & {
    collectors: FactCollectors;
    logger: LoggerService;
    metrics: MetricsService;
    scheduler: SchedulerService;
    settings: ReadonlyMap<string, CollectorSettings>;
  },
): Promise<void> {
  const { collectors, metrics, scheduler, settings } = options;
  const counter = metrics.createCounter<{ collector: string; status: string }>(
    'autonomy.collector.runs',
    { description: 'Runs of fact collectors by how they went', unit: '{run}' },
  );
  for (const { collector, reportFailure } of collectors.all()) {
    const { id } = collector;
    const { enabled = true, schedule, ttl } = settings.get(id) ?? {};
    if (!enabled) {
      continue;
    }
    const runner = CollectorRunner.create({
      ...options,
      collector,
      ttl: ttl ?? durationToMilliseconds(collector.ttl),
      onFinished: ({ status }) => counter.add(1, { collector: id, status }),
    });
    try {
      await scheduler.scheduleTask({
        id: `autonomy-collect-${id}`,
        scope: 'global',
        initialDelay: INITIAL_DELAY,
        ...(schedule ?? collector.schedule),
        fn: signal => runner.run(signal),
      });
    } catch (error) {
      reportFailure(toError(error));
    }
  }
}
