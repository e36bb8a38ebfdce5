import type {
  AuditorService,
  HttpRouterService,
  LifecycleService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import type { CompiledPolicy } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import { CoverageKeeper, SourceStates } from '../coverage';
import { Claims, ClaimWorker, SteadyClock, type Clock } from '../database';
import type { EntityIndexStore } from '../entities';
import type { EvaluationMarks } from '../evaluation';
import { createWebhookRouter, webhookPath } from './webhooks';
import { IncidentRecorder } from './IncidentRecorder';
import type { IncidentReports } from './IncidentReports';
import {
  Inbox,
  InboxAcceptor,
  InboxProcessor,
  INBOX_TABLE,
  type InboxRow,
} from './inbox';
import { IncidentAttribution, IncidentMapping, readMapping } from './mapping';
import {
  readSources,
  SourcePolling,
  type ConfiguredSource,
  type IncidentSourceTypes,
} from './sources';

/** Longer than any batch takes, and not so long that anybody notices that a process has died. */
const LEASE_MS = 30_000;
/** Deliveries are put off for a quarter of an hour at the most. */
const LONGEST_PAUSE_MS = 3_600_000;

/**
 * @internal
 */
export interface IncidentIntakeOptions {
  auditor: AuditorService;
  clock: Clock;
  config: Config;
  index: EntityIndexStore;
  knex: Knex;
  logger: LoggerService;
  policy: CompiledPolicy;
  reports: IncidentReports;
  sourceTypes: IncidentSourceTypes;
  marks: EvaluationMarks;
}

/**
 * How incidents come in from their sources: webhooks, an inbox that is worked off, polls, and what all that
 * says about coverage.
 *
 * @internal
 */
export class IncidentIntake {
  readonly inbox: Inbox;
  readonly keeper: CoverageKeeper;
  readonly sources: readonly ConfiguredSource[];
  readonly states: SourceStates;
  readonly #acceptor: InboxAcceptor;
  readonly #options: IncidentIntakeOptions;
  readonly #polling: SourcePolling;
  readonly #processor: InboxProcessor;
  readonly #worker: ClaimWorker;

  /**
   * @throws InputError that names the path of a mistake in the configuration
   */
  static create(options: IncidentIntakeOptions): IncidentIntake {
    return new IncidentIntake(options);
  }

  private constructor(options: IncidentIntakeOptions) {
    const { config, knex, logger, policy, sourceTypes } = options;
    this.#options = options;
    this.sources = readSources(config, { types: sourceTypes, logger });
    const areas = () => policy.policy.areas.map(({ id }) => id);
    const rules = readMapping(config, {
      areas: areas(),
      sources: this.sources.map(({ id }) => id),
    });
    if (this.sources.length > 0 && rules.length === 0) {
      logger.warn(
        'There are incident sources and no autonomy.incidents.mapping: whatever they report is set aside',
      );
    }
    const attribution = IncidentAttribution.create({
      index: options.index,
      mapping: IncidentMapping.create({ areas, rules }),
    });
    const { sources } = this;
    this.states = SourceStates.create({
      knex,
      silence: () => policy.policy.facts.coverageSilence,
    });
    const { states } = this;
    this.keeper = CoverageKeeper.create({ ...options, sources, states });
    const recorder = IncidentRecorder.create({
      ...options,
      keeper: this.keeper,
      states,
    });
    const claims = Claims.create<InboxRow>({
      knex,
      table: INBOX_TABLE,
      key: 'id',
      lease: LEASE_MS,
      longest: LONGEST_PAUSE_MS,
    });
    this.#processor = InboxProcessor.create({
      ...options,
      attribution,
      claims,
      recorder,
      sources,
    });
    this.#polling = SourcePolling.create({
      ...options,
      attribution,
      recorder,
      states,
    });
    this.#worker = ClaimWorker.create({
      // A sender gives up after some seconds; what was taken in can wait a few.
      givesWay: () => this.#acceptor.isFlooded,
      limit: LEASE_MS,
      logger,
      name: 'incident inbox',
      work: () => this.#processor.work(),
    });
    const wake = () => this.#worker.wake();
    this.inbox = Inbox.create({ knex, onReplay: wake });
    this.#acceptor = InboxAcceptor.create({ knex, logger, onAccepted: wake });
  }

  /** Whether more is on its way to the record than a moment's worth. */
  get isBusy(): boolean {
    return this.#acceptor.isFlooded || this.#processor.isBehind;
  }

  /** Opens the addresses of the sources that have a secret, and only those. */
  addRoutes(httpRouter: HttpRouterService): void {
    const { auditor, clock } = this.#options;
    const sources = this.sources.flatMap(({ id, source: { webhook } }) =>
      webhook ? [{ id, webhook }] : [],
    );
    const router = createWebhookRouter({
      acceptor: this.#acceptor,
      auditor,
      clock: SteadyClock.create({ clock }),
      sources,
    });
    httpRouter.use(router);
    for (const { id } of sources) {
      httpRouter.addAuthPolicy({
        path: webhookPath(id),
        allow: 'unauthenticated',
      });
    }
  }

  /** Works until the plugin is shut down. */
  async start(options: {
    lifecycle: LifecycleService;
    scheduler: SchedulerService;
  }): Promise<void> {
    const { lifecycle, scheduler } = options;
    lifecycle.addStartupHook(() => this.#worker.start());
    lifecycle.addShutdownHook(() => this.#worker.stop());
    for (const source of this.sources) {
      if (source.source.poller) {
        await scheduler.scheduleTask({
          id: `autonomy-poll-${source.id}`,
          scope: 'global',
          ...source.pollSchedule,
          fn: signal => this.#polling.poll(source, signal),
        });
      }
    }
  }
}
