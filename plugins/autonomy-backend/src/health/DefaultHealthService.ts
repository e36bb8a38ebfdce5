import type {
  AutonomyHealth,
  CompiledPolicy,
  FactCollectorHealth,
  IncidentSourceHealth,
  JobHealth,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Outbox } from '../announcements';
import type { SourceState } from '../coverage';
import type { Clock } from '../database';
import type { CollectorRun, CollectorRuns } from '../facts';
import type { IncidentIntake } from '../incidents';
import type { RetentionJob } from '../retention';
import type { RollUpJob } from '../rollups';
import type { EvaluationProgress } from './EvaluationProgress';

/**
 * Gathers what the parts of the suite know of themselves.
 *
 * @internal
 */
export class DefaultHealthService {
  readonly #options: HealthServiceOptions;

  static create(options: HealthServiceOptions): DefaultHealthService {
    return new DefaultHealthService(options);
  }

  private constructor(options: HealthServiceOptions) {
    this.#options = options;
  }

  async read(): Promise<AutonomyHealth> {
    const { announcements, clock, collectors, intake, policy } = this.#options;
    const { progress, retention, rollUps } = this.#options;
    const now = await clock.now();
    const [states, inbox, runs] = await Promise.all([
      intake.states.readAll(),
      intake.inbox.state(),
      collectors.runs.readAll(),
    ]);
    const stateOf = new Map(states.map(state => [state.source, state]));
    const runOf = new Map(runs.map(run => [run.collector, run]));
    return {
      policyVersion: policy.version,
      evaluation: await progress.read(now),
      announcements: await announcements.outbox.state(),
      incidentSources: intake.sources.map(source =>
        this.#sourceHealth(source, stateOf.get(source.id), now),
      ),
      inbox,
      collectors: collectors.ids.map(id => collectorHealth(id, runOf.get(id))),
      retention: jobHealth(await retention.lastRun()),
      rollUps: jobHealth(await rollUps.lastRun()),
    };
  }

  #sourceHealth(
    { covers, id, source, type }: IncidentIntake['sources'][number],
    state: SourceState | undefined,
    now: number,
  ): IncidentSourceHealth {
    const isHeard =
      state !== undefined && this.#options.intake.states.isHeard(state, now);
    const isSilent = state?.lastHeardAt !== undefined;
    return {
      id,
      type,
      receives: source.webhook !== undefined,
      polls: source.poller !== undefined,
      covers: covers !== undefined,
      state: isHeard ? 'heard' : (isSilent && 'silent') || 'never-heard',
      lastDeliveryAt: state?.lastDeliveryAt,
      lastHeardAt: state?.lastHeardAt,
      lastPollAt: state?.lastPollAt,
      pollError: state?.pollError,
    };
  }
}

/**
 * @internal
 */
export interface HealthServiceOptions {
  announcements: { outbox: Pick<Outbox, 'state'> };
  clock: Clock;
  collectors: { ids: readonly string[]; runs: CollectorRuns };
  intake: Pick<IncidentIntake, 'inbox' | 'sources' | 'states'>;
  policy: CompiledPolicy;
  progress: Pick<EvaluationProgress, 'read'>;
  retention: Pick<RetentionJob, 'lastRun'>;
  rollUps: Pick<RollUpJob, 'lastRun'>;
}

function jobHealth(
  run: { at: number; error?: string } | undefined,
): JobHealth | undefined {
  return run && { finishedAt: run.at, error: run.error };
}

function collectorHealth(
  id: string,
  run: CollectorRun | undefined,
): FactCollectorHealth {
  return {
    id,
    status: run?.status ?? 'never-run',
    startedAt: run?.startedAt,
    finishedAt: run?.finishedAt,
    succeededAt: run?.succeededAt,
    entities: run?.entities,
    failed: run?.failed,
    error: run?.error,
  };
}
