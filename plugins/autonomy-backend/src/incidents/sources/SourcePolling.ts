import type {
  IncidentPoller,
  IncidentReport,
} from '@aligned-autonomy/backstage-plugin-autonomy-node';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import type { SourceStates } from '../../coverage';
import { messageOf, type Clock } from '../../database';
import type { EntityIndexStore } from '../../entities';
import type { IncidentRecorder } from '../IncidentRecorder';
import type { IncidentAttribution } from '../mapping';
import type { ConfiguredSource } from './readSources';

/** Asked about again, because sources list a change a while after it happened. */
const OVERLAP_MS = 60 * 60_000;
/** What the first poll asks for; older things are history and loaded as such. */
const FIRST_STRETCH_MS = 24 * 60 * 60_000;
const LONGEST_STRETCH_MS = 7 * FIRST_STRETCH_MS;

/**
 * @internal
 */
export interface SourcePollingOptions {
  attribution: IncidentAttribution;
  clock: Clock;
  index: Pick<EntityIndexStore, 'hasSettled'>;
  knex: Knex;
  logger: LoggerService;
  recorder: IncidentRecorder;
  states: SourceStates;
}

/**
 * Asks sources what changed since they were asked last. A poll that ends well is a sign of life; one that
 * fails is noted, told by the health of the suite, and repeated.
 *
 * @internal
 */
export class SourcePolling {
  readonly #options: SourcePollingOptions;

  static create(options: SourcePollingOptions): SourcePolling {
    return new SourcePolling(options);
  }

  private constructor(options: SourcePollingOptions) {
    this.#options = options;
  }

  async poll(source: ConfiguredSource, signal: AbortSignal): Promise<void> {
    const { poller } = source.source;
    const { clock, index, logger, states } = this.#options;
    if (!poller || !(await index.hasSettled())) {
      return;
    }
    try {
      await this.#pollOnce(source.id, poller, await clock.now(), signal);
    } catch (error) {
      const message = signal.aborted
        ? 'it was stopped, or took longer than its timeout'
        : messageOf(error);
      logger.warn(`${source.id} could not be asked for incidents: ${message}`);
      await states.pollFailed(source.id, message);
    }
  }

  async #pollOnce(
    sourceId: string,
    poller: IncidentPoller,
    until: number,
    signal: AbortSignal,
  ): Promise<void> {
    const { knex, recorder, states } = this.#options;
    const known = await states.readAll();
    const lastPollAt = known.find(s => s.source === sourceId)?.lastPollAt;
    const since =
      lastPollAt === undefined
        ? until - FIRST_STRETCH_MS
        : lastPollAt - OVERLAP_MS;
    // What cannot be attributed yet is asked for again, until there is a rule for it or it is too old.
    let askAgainFrom = until;
    for await (const reports of poller.poll({ since, until, signal })) {
      const unattributed = await this.#record(sourceId, reports);
      for (const { occurredAt } of unattributed) {
        askAgainFrom = Math.min(askAgainFrom, occurredAt);
      }
    }
    const polledUntil = Math.max(askAgainFrom, until - LONGEST_STRETCH_MS);
    const outcome = await knex.transaction(async trx => {
      const heard = await recorder.record(
        trx,
        {
          statements: [],
          heard: new Map([[sourceId, until]]),
          delivered: [],
        },
        until,
      );
      await states.polled(trx, sourceId, polledUntil);
      return heard;
    });
    recorder.announce(outcome);
  }

  /** @returns what could not be attributed */
  async #record(
    sourceId: string,
    reports: readonly IncidentReport[],
  ): Promise<IncidentReport[]> {
    const { clock, knex, recorder } = this.#options;
    const { statements, unattributed } = await this.#attribute(
      sourceId,
      reports,
    );
    const now = await clock.now();
    const outcome = await knex.transaction(trx =>
      recorder.record(
        trx,
        { statements, heard: new Map(), delivered: [] },
        now,
      ),
    );
    recorder.announce(outcome);
    return unattributed;
  }

  async #attribute(sourceId: string, reports: readonly IncidentReport[]) {
    const { attribution, logger } = this.#options;
    const attributed = await attribution.attribute(
      reports.map(report => ({ source: sourceId, report })),
    );
    const unattributed = reports.filter((_, i) => !attributed[i].statement);
    if (unattributed.length > 0) {
      const { reason } = attributed.find(one => one.reason)!;
      logger.warn(
        `${unattributed.length} incidents of ${sourceId} could not be attributed; the first: ${reason}`,
      );
    }
    return {
      statements: attributed.flatMap(({ statement }) => statement ?? []),
      unattributed,
    };
  }
}
