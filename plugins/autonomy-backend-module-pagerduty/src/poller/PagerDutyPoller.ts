import type {
  IncidentPoller,
  IncidentReport,
} from '@aligned-autonomy/backstage-plugin-autonomy-node';
import { toIncidentReport, type PagerDutyIncident } from '../incident';
import type { PagerDutyClient } from './PagerDutyClient';

const DAY_MS = 86_400_000;

/** Older incidents no longer count. */
const LOOK_BACK_MS = 365 * DAY_MS;

/** PagerDuty answers for at most six months at a time. */
const MAX_STRETCH_MS = 180 * DAY_MS;

const PAGE_SIZE = 100;

/** PagerDuty refuses to page further. */
const MAX_INCIDENTS = 10_000;

/** When incidents were created, in UTC milliseconds. */
interface Stretch {
  from: number;
  to: number;
}

interface Question {
  statuses: readonly PagerDutyIncident['status'][];
  sortBy: string;
  /** Whether it and all that follow are of no interest. */
  isPast?: (incident: PagerDutyIncident) => boolean;
}

/**
 * Asks PagerDuty's REST API which incidents changed.
 *
 * @remarks
 *
 * PagerDuty selects by creation, not by change. So three questions are asked: for incidents created in
 * the stretch, for older ones that are open, and for older ones by the time of their resolution, the
 * latest first. What stays unseen is a change of a resolved incident that was created before the stretch,
 * such as of its priority; only a webhook tells that.
 *
 * @internal
 */
export class PagerDutyPoller implements IncidentPoller {
  readonly #client: PagerDutyClient;

  static create(options: { client: PagerDutyClient }): PagerDutyPoller {
    return new PagerDutyPoller(options.client);
  }

  private constructor(client: PagerDutyClient) {
    this.#client = client;
  }

  async *poll(options: {
    since: number;
    until: number;
    signal: AbortSignal;
  }): AsyncGenerator<IncidentReport[]> {
    const { signal, since, until } = options;
    const before = { from: since - LOOK_BACK_MS, to: since };

    yield* this.#ask(
      { from: since, to: until },
      {
        statuses: ['triggered', 'acknowledged', 'resolved'],
        sortBy: 'created_at:asc',
      },
      signal,
    );
    yield* this.#ask(
      before,
      { statuses: ['triggered', 'acknowledged'], sortBy: 'created_at:asc' },
      signal,
    );
    yield* this.#ask(
      before,
      {
        statuses: ['resolved'],
        sortBy: 'resolved_at:desc',
        isPast: incident => (resolutionOf(incident) ?? since) < since,
      },
      signal,
    );
  }

  async *#ask(
    stretch: Stretch,
    question: Question,
    signal: AbortSignal,
  ): AsyncGenerator<IncidentReport[]> {
    if (stretch.to - stretch.from <= MAX_STRETCH_MS) {
      const isComplete = yield* this.#readPages(stretch, question, signal);
      if (isComplete) {
        return;
      }
    }
    for (const half of halve(stretch)) {
      yield* this.#ask(half, question, signal);
    }
  }

  /** @returns whether there were no more than PagerDuty lets one read */
  async *#readPages(
    stretch: Stretch,
    question: Question,
    signal: AbortSignal,
  ): AsyncGenerator<IncidentReport[], boolean> {
    const { isPast = () => false } = question;
    for (let offset = 0; offset < MAX_INCIDENTS; offset += PAGE_SIZE) {
      const { incidents, more } = await this.#client.listIncidents(
        toQuery(stretch, question, offset),
        signal,
      );
      const end = incidents.findIndex(isPast);
      const wanted = end < 0 ? incidents : incidents.slice(0, end);
      if (wanted.length > 0) {
        yield wanted.map(toReport);
      }
      if (!more || end >= 0 || incidents.length === 0) {
        return true;
      }
    }
    return false;
  }
}

function toQuery(
  { from, to }: Stretch,
  { sortBy, statuses }: Question,
  offset: number,
): URLSearchParams {
  return new URLSearchParams([
    ['since', new Date(from).toISOString()],
    ['until', new Date(to).toISOString()],
    ['time_zone', 'UTC'],
    ...statuses.map(status => ['statuses[]', status]),
    ['sort_by', sortBy],
    ['limit', String(PAGE_SIZE)],
    ['offset', String(offset)],
  ]);
}

function halve({ from, to }: Stretch): Stretch[] {
  const middle = Math.floor((from + to) / 2);
  if (middle === from) {
    throw new Error(
      `PagerDuty created more than ${MAX_INCIDENTS} incidents in a millisecond`,
    );
  }
  return [
    { from, to: middle },
    { from: middle, to },
  ];
}

function toReport(incident: PagerDutyIncident): IncidentReport {
  return toIncidentReport(
    incident,
    Math.max(
      incident.created_at,
      incident.updated_at ?? 0,
      resolutionOf(incident) ?? 0,
    ),
  );
}

/** The last change of status, which is the resolution of an incident that is resolved. */
function resolutionOf(incident: PagerDutyIncident): number | undefined {
  return incident.resolved_at ?? incident.last_status_change_at ?? undefined;
}
