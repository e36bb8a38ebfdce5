import type {
  MoveCounts,
  Simulation,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { Failure } from '../Failure';
import { oneLine } from '../oneLine';
import type { BackendClient } from '../send';

const POLL_EVERY_MS = 1_000;
const MAX_SHOWN = 500;

/**
 * What makes the command end with exit code 1.
 *
 * @internal
 */
export const FAIL_ON = ['rights-lost', 'level-down', 'any', 'never'] as const;

/**
 * @internal
 */
export type FailOn = (typeof FAIL_ON)[number];

const COUNTED: Record<FailOn, (counts: MoveCounts) => number> = {
  'rights-lost': ({ rightsLost }) => rightsLost,
  'level-down': ({ levelDown }) => levelDown,
  any: ({ entities }) => entities,
  never: () => 0,
};

/**
 * Whether a simulation moves what must not move, at once or when it has settled.
 *
 * @internal
 */
export function isHit(
  { atOnce, settled }: Pick<Simulation, 'atOnce' | 'settled'>,
  failOn: FailOn,
): boolean {
  return [atOnce, settled].some(counts => COUNTED[failOn](counts) > 0);
}

/**
 * A simulation in the backend, from its start to its report.
 *
 * @internal
 */
export class SimulationRun {
  readonly #client: BackendClient;
  #simulation: Simulation;

  /**
   * @param yaml - one or several documents
   * @throws Failure (input, not-authorised, backend)
   */
  static async start(
    client: BackendClient,
    yaml: string,
  ): Promise<SimulationRun> {
    const { body } = await client.post('/simulations', { yaml });
    return new SimulationRun(client, body);
  }

  private constructor(client: BackendClient, simulation: Simulation) {
    this.#client = client;
    this.#simulation = checked(simulation);
  }

  /** As of the last look. */
  get simulation(): Simulation {
    return this.#simulation;
  }

  /**
   * Waits until it is done.
   *
   * @param options - `until`: UTC milliseconds; `signal` ends the waiting
   * @throws Failure (input, not-authorised, backend), also where it did not come to its end
   */
  async wait(options: {
    until: number;
    now: () => number;
    signal: AbortSignal;
    onProgress: (progress: Simulation['progress']) => void;
  }): Promise<void> {
    const { now, onProgress, signal, until } = options;
    while (this.#isUnderWay && !signal.aborted) {
      onProgress(this.#simulation.progress);
      if (now() >= until) {
        throw new Failure(
          'backend',
          'the simulation took longer than --wait allows and was cancelled',
        );
      }
      await pause(POLL_EVERY_MS, signal);
      if (!signal.aborted) await this.#look();
    }
    if (!signal.aborted) this.#checkEnd();
  }

  /** Best effort: whoever cancels does not wait for it. */
  async cancel(): Promise<void> {
    if (this.#isUnderWay) {
      await this.#client.post(`${this.#path}/cancel`, {});
    }
  }

  /**
   * The report for people, in Markdown.
   *
   * @throws Failure (input, not-authorised, backend)
   */
  report(): Promise<string> {
    return this.#client.getText(`${this.#path}/report.md`);
  }

  get #path(): string {
    return `/simulations/${encodeURIComponent(this.#simulation.id)}`;
  }

  get #isUnderWay(): boolean {
    return ['queued', 'running'].includes(this.#simulation.state);
  }

  async #look(): Promise<void> {
    const { body } = await this.#client.get(this.#path);
    this.#simulation = checked(body);
  }

  #checkEnd(): void {
    const { message, state } = this.#simulation;
    if (state === 'done') return;
    const reason = message ? `: ${oneLine(message, MAX_SHOWN)}` : '';
    throw new Failure('backend', `the simulation was ${state}${reason}`);
  }
}

function checked(body: Simulation): Simulation {
  if (typeof body?.id !== 'string' || typeof body.state !== 'string') {
    throw new Failure(
      'input',
      'the simulation was answered by something else; is --url the backend?',
    );
  }
  return body;
}

/** Ends early, and without an error, when it is not needed any more. */
async function pause(length: number, signal: AbortSignal): Promise<void> {
  await new Promise<void>(resolve => {
    const timer = setTimeout(resolve, length);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
