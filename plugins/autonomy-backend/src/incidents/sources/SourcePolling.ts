import type {
  IncidentPoller,
  IncidentReport,
} from '@aligned-autonomy/backstage-plugin-autonomy-node';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { Knex } from 'knex';
import type { SourceStates } from '../../coverage';
import type { Clock } from '../../database';
import type { EntityIndexStore } from '../../entities';
import type { IncidentRecorder } from '../IncidentRecorder';
import type { IncidentStatement } from '../IncidentReports';
import type { IncidentMapping } from '../mapping';
import type { ConfiguredSource } from './readSources';

/** Asked about again, because sources list a change a while after it happened. */
const OVERLAP_MS = 60 * 60_000;
/** What the first poll asks for; older things are history and loaded as such. */
const FIRST_STRETCH_MS = 24 * 60 * 60_000;

/**
 * @internal
 */
export interface SourcePollingOptions {
  clock: Clock;
  index: Pick<EntityIndexStore, 'hasSettled' | 'listKnown'>;
  knex: Knex;
  logger: LoggerService;
  mapping: IncidentMapping;
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
      if (signal.aborted) {
        return;
      }
      const { message } = toError(error);
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
    for await (const reports of poller.poll({ since, until, signal })) {
      await this.#record(sourceId, reports);
    }
    const outcome = await knex.transaction(async trx => {
      const heard = await recorder.record(
        trx,
        { statements: [], heard: [sourceId], delivered: [] },
        until,
      );
      await states.polled(trx, sourceId, until);
      return heard;
    });
    recorder.announce(outcome);
  }

  async #record(
    sourceId: string,
    reports: readonly IncidentReport[],
  ): Promise<void> {
    const { clock, knex, recorder } = this.#options;
    const statements = await this.#attribute(sourceId, reports);
    const now = await clock.now();
    const outcome = await knex.transaction(trx =>
      recorder.record(trx, { statements, heard: [], delivered: [] }, now),
    );
    recorder.announce(outcome);
  }

  /** What cannot be attributed is asked for again as long as it is open, so it need not be kept. */
  async #attribute(
    sourceId: string,
    reports: readonly IncidentReport[],
  ): Promise<IncidentStatement[]> {
    const { index, logger, mapping } = this.#options;
    const reasons: string[] = [];
    const statements = reports.flatMap(report => {
      try {
        return [mapping.apply(sourceId, report)];
      } catch (error) {
        reasons.push(toError(error).message);
        return [];
      }
    });
    const refs = new Set(statements.map(({ entityRef }) => entityRef));
    const known = await index.listKnown([...refs]);
    for (const ref of refs) {
      if (!known.has(ref)) reasons.push(`${ref} is not in the catalog`);
    }
    if (reasons.length > 0) {
      logger.warn(
        `${reasons.length} incidents of ${sourceId} could not be attributed; the first: ${reasons[0]}`,
      );
    }
    return statements.filter(({ entityRef }) => known.has(entityRef));
  }
}
