import type {
  AutonomyHealth,
  CompiledPolicy,
  FactCollectorHealth,
  IncidentSourceHealth,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { SourceState } from '../coverage';
import type { Clock } from '../database';
import type { CollectorRun, CollectorRuns } from '../facts';
import type { IncidentIntake } from '../incidents';
import type { RetentionJob } from '../retention';

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
    const { clock, collectors, intake, policy } = this.#options;
    const [now, states, inbox, runs, retention] = await Promise.all([
      clock.now(),
      intake.states.readAll(),
      intake.inbox.state(),
      collectors.runs.readAll(),
      this.#options.retention.lastRun(),
    ]);
    const stateOf = new Map(states.map(state => [state.source, state]));
    const runOf = new Map(runs.map(run => [run.collector, run]));
    return {
      policyVersion: policy.version,
      incidentSources: intake.sources.map(source =>
        this.#sourceHealth(source, stateOf.get(source.id), now),
      ),
      inbox,
      collectors: collectors.ids.map(id => collectorHealth(id, runOf.get(id))),
      retention: retention && {
        finishedAt: retention.at,
        error: retention.error,
      },
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
  clock: Clock;
  collectors: { ids: readonly string[]; runs: CollectorRuns };
  intake: Pick<IncidentIntake, 'inbox' | 'sources' | 'states'>;
  policy: CompiledPolicy;
  retention: Pick<RetentionJob, 'lastRun'>;
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
