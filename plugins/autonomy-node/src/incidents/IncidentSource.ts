import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import type { IncidentMessage, IncidentReport } from './IncidentMessage';

/**
 * A webhook request as it came, before anything of it was understood.
 *
 * @public
 */
export interface WebhookRequest {
  /** By lower case name; a header that was sent several times has its values joined by `, `. */
  headers: Readonly<Record<string, string | string[] | undefined>>;
  /** The exact bytes that were sent. */
  body: Buffer;
  /** By the clock of the database, UTC milliseconds. */
  receivedAt: number;
}

/**
 * What an authentic request is remembered by.
 *
 * @public
 */
export interface WebhookIdentity {
  /**
   * The same for every attempt to deliver the same thing, at most 200 characters. Absent where the
   * sender has no such id: then every request is a delivery of its own.
   */
  deliveryId?: string;
}

/**
 * Tells whether a request comes from who it says.
 *
 * @public
 */
export interface WebhookReceiver {
  /**
   * Looks at headers and bytes only; nothing is parsed before the sender is known.
   *
   * @throws AuthenticationError where the sender cannot be known; its message must not help to guess
   */
  authenticate(request: WebhookRequest): WebhookIdentity;
}

/**
 * Asks a source what happened, because webhooks get lost and silence proves nothing.
 *
 * @public
 */
export interface IncidentPoller {
  /**
   * Incidents that changed in a stretch of time, in pages. To end without an error is to have heard
   * from the source.
   */
  poll(options: {
    /** UTC milliseconds. */
    since: number;
    /** UTC milliseconds. */
    until: number;
    signal: AbortSignal;
  }): AsyncIterable<IncidentReport[]>;
}

/**
 * One configured source of incidents.
 *
 * @remarks
 *
 * A source authenticates and translates. Which entity an incident is about, which areas it touches and
 * how severe it is are told by the installation's mapping.
 *
 * @public
 */
export interface IncidentSource {
  /** Absent where no secret is configured: then there is no route either. */
  webhook?: WebhookReceiver;
  /** Absent where the source cannot be asked, or nothing to ask with is configured. */
  poller?: IncidentPoller;
  /**
   * What an authentic request says. Pure: it is called again after a crash or a replay.
   *
   * @returns nothing for what is understood and of no interest
   * @throws where it cannot be understood; the delivery is then set aside with the message as the reason
   */
  read(delivery: { body: Buffer; receivedAt: number }): IncidentMessage[];
}

/**
 * A kind of source that can be configured under `autonomy.incidents.sources`, any number of times.
 *
 * @public
 */
export interface IncidentSourceType {
  /** As it stands in `type`, e.g. `pagerduty`. */
  type: string;
  /** What may stand below a source, besides `type`, `covers` and `poll`; anything else stops the start. */
  fields: readonly string[];
  /**
   * @param options - `id` is the name of the source, `config` what stands below it
   * @throws an error that names the path of the mistake; it stops the start
   */
  create(options: {
    id: string;
    config: Config;
    logger: LoggerService;
  }): IncidentSource;
}
