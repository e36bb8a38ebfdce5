import { ForwardedError } from '@backstage/errors';
import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import { describeMistakes } from '../describeMistakes';
import { incidentSchema, type PagerDutyIncident } from '../incident';
import { parseBody } from '../parseBody';
import { retryDelay } from './retryDelay';

const TIMEOUT_MS = 30_000;
const MAX_ATTEMPTS = 4;

const pageSchema = z.object(
  {
    incidents: z.array(incidentSchema, { error: 'a list of incidents' }),
    more: z.boolean({ error: 'true or false' }),
  },
  { error: 'an object' },
);

/**
 * @internal
 */
export interface IncidentsPage {
  incidents: PagerDutyIncident[];
  /** Whether another page follows. */
  more: boolean;
}

/**
 * @internal
 */
export interface PagerDutyClientOptions {
  token: string;
  /** Without a slash at its end. */
  baseUrl: string;
  /** Waits a number of milliseconds. */
  pause?: (delay: number, signal: AbortSignal) => Promise<void>;
  /** Milliseconds for one request. */
  timeout?: number;
}

/**
 * Reads PagerDuty's REST API v2.
 *
 * @internal
 */
export class PagerDutyClient {
  readonly #options: Required<PagerDutyClientOptions>;

  static create(options: PagerDutyClientOptions): PagerDutyClient {
    return new PagerDutyClient(options);
  }

  private constructor(options: PagerDutyClientOptions) {
    this.#options = {
      pause: (delay, signal) => setTimeout(delay, undefined, { signal }),
      timeout: TIMEOUT_MS,
      ...options,
    };
  }

  /**
   * @throws an error where PagerDuty cannot be reached, refuses, stays too busy or answers something else
   */
  async listIncidents(
    query: URLSearchParams,
    signal: AbortSignal,
  ): Promise<IncidentsPage> {
    const answer = await this.#get(`/incidents?${query}`, signal);
    const { data, error } = pageSchema.safeParse(answer);
    if (error) {
      throw new Error(
        `PagerDuty answered something else than incidents: ${describeMistakes(
          error,
          answer,
        )}`,
      );
    }
    return data;
  }

  async #get(path: string, signal: AbortSignal): Promise<unknown> {
    for (let attempt = 1; ; attempt++) {
      const response = await this.#fetch(path, signal);
      if (response.ok) {
        return parseBody(Buffer.from(await response.arrayBuffer()));
      }
      await response.body?.cancel();
      const delay =
        attempt < MAX_ATTEMPTS ? retryDelay(response, attempt) : undefined;
      if (delay === undefined) {
        throw new Error(
          `PagerDuty answered ${response.status} to GET /incidents`,
        );
      }
      await this.#options.pause(delay, signal);
    }
  }

  #fetch(path: string, signal: AbortSignal): Promise<Response> {
    const { baseUrl, timeout, token } = this.#options;
    return fetch(`${baseUrl}${path}`, {
      headers: {
        Accept: 'application/vnd.pagerduty+json;version=2',
        Authorization: `Token token=${token}`,
      },
      // The token is for PagerDuty and nobody that it points to.
      redirect: 'error',
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeout)]),
    }).catch(error => {
      // What went wrong is in the cause: the message of fetch never says it.
      throw error.cause
        ? new ForwardedError('PagerDuty could not be reached', error.cause)
        : error;
    });
  }
}
