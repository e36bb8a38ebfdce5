import type { LoggerService } from '@backstage/backend-plugin-api';
import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import type { Outbox } from '../announcements';
import { messageOf, type Clock } from '../database';
import type { EvaluationProgress } from '../health';
import type { IncidentIntake } from '../incidents';
import { inTime } from '../tasks/inTime';
import { SharedReading } from './SharedReading';

/** However often and by however many it is asked for, in milliseconds. */
const COUNT_EVERY_MS = 15_000;
/** Takes a look at all results, two tenths of a second for 100,000. */
const SHARE_EVERY_MS = 60_000;
/** Whoever collects metrics does not wait for a database that is away. */
const READ_WITHIN_MS = 5_000;

/**
 * @internal
 */
export interface BacklogOptions {
  clock: Clock;
  evaluation: Pick<EvaluationProgress, 'backlog' | 'results'>;
  inbox: Pick<IncidentIntake['inbox'], 'state'>;
  logger: LoggerService;
  metrics: MetricsService;
  outbox: Pick<Outbox, 'state'>;
  /** Milliseconds since some instant. */
  elapsed?: () => number;
}

type Backlog = Awaited<ReturnType<typeof readBacklog>>;
type Results = Awaited<ReturnType<BacklogOptions['evaluation']['results']>>;

interface GaugeOf<T> {
  description: string;
  unit: string;
  valueOf: (reading: T) => number;
}

const COUNTS: Record<string, GaugeOf<Backlog>> = {
  'autonomy.evaluation.queue.depth': {
    description: 'Entities whose evaluation is due or asked for',
    unit: '{entity}',
    valueOf: ({ queue }) => queue.pending,
  },
  'autonomy.evaluation.queue.lag': {
    description: 'For how long the evaluation that is longest due has waited',
    unit: 's',
    valueOf: ({ queue }) => queue.lag / 1_000,
  },
  'autonomy.evaluation.quarantined': {
    description: 'Entities whose evaluation was given up',
    unit: '{entity}',
    valueOf: ({ queue }) => queue.quarantined,
  },
  'autonomy.outbox.depth': {
    description: 'Announcements that are not out yet',
    unit: '{announcement}',
    valueOf: ({ outbox }) => outbox.pending,
  },
  'autonomy.inbox.depth': {
    description: 'Deliveries of incident sources that are not worked off yet',
    unit: '{delivery}',
    valueOf: ({ inbox }) => inbox.pending,
  },
};

const SHARES: Record<string, GaugeOf<Results>> = {
  'autonomy.evaluation.stale.share': {
    description: 'Share of results that rest on stale evidence',
    unit: '1',
    valueOf: ({ staleShare }) => staleShare,
  },
};

/**
 * Shows how far work is behind, to whoever collects metrics. All replicas show the same.
 *
 * @remarks
 *
 * The database is asked when somebody collects, at most every 15 seconds in each process. What cannot be read is
 * left out, so that it is missing and not wrong.
 *
 * @internal
 */
export function observeBacklog(options: BacklogOptions): void {
  const { evaluation } = options;
  observe(options, COUNTS, COUNT_EVERY_MS, () => readBacklog(options));
  observe(options, SHARES, SHARE_EVERY_MS, () => evaluation.results());
}

function observe<T>(
  {
    elapsed,
    logger,
    metrics,
  }: Pick<BacklogOptions, 'elapsed' | 'logger' | 'metrics'>,
  gauges: Record<string, GaugeOf<T>>,
  maxAge: number,
  read: () => Promise<T>,
): void {
  const shared = SharedReading.create({
    elapsed,
    maxAge,
    read: () => inTime(read(), READ_WITHIN_MS),
    onFailure: error =>
      logger.warn(`The backlog cannot be measured: ${messageOf(error)}`),
  });
  for (const [name, { valueOf, ...described }] of Object.entries(gauges)) {
    metrics.createObservableGauge(name, described).addCallback(async result => {
      const reading = await shared.get();
      if (reading !== undefined) {
        result.observe(valueOf(reading));
      }
    });
  }
}

/** One after the other: the connections are for those who work. */
async function readBacklog(
  options: Pick<BacklogOptions, 'clock' | 'evaluation' | 'inbox' | 'outbox'>,
) {
  const { clock, evaluation, inbox, outbox } = options;
  return {
    queue: await evaluation.backlog(await clock.now()),
    outbox: await outbox.state(),
    inbox: await inbox.state(),
  };
}
