import {
  diffPolicies,
  type NewSimulation,
  type PolicyDocumentIssue,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { InputError, NotFoundError } from '@backstage/errors';
import { randomUUID } from 'node:crypto';
import type { Clock } from '../../../database';
import type { PolicyRegistry } from '../../registry';
import type { DraftReader } from './DraftReader';
import type { SimulationRow } from './simulationRows';
import type { NewSimulationRow, SimulationsStore } from './SimulationsStore';

/**
 * @internal
 */
export interface SimulationDeskOptions {
  clock: Clock;
  drafts: DraftReader;
  policies: PolicyRegistry;
  store: SimulationsStore;
  /** Told when there is something to do. */
  wake: () => void;
}

/**
 * Takes simulations in and ends them, whoever may ask for that.
 *
 * @internal
 */
export class SimulationDesk {
  readonly #options: SimulationDeskOptions;

  static create(options: SimulationDeskOptions): SimulationDesk {
    return new SimulationDesk(options);
  }

  private constructor(options: SimulationDeskOptions) {
    this.#options = options;
  }

  /**
   * @param createdBy - user ref, or subject of a service
   * @throws InputError where the text is no policy; NotFoundError for a draft that is not there; ConflictError where
   * too many are not over yet
   */
  async start(
    simulation: NewSimulation,
    createdBy: string,
  ): Promise<SimulationRow> {
    const { clock, policies, store, wake } = this.#options;
    const tried = await this.#textOf(simulation);
    const now = await clock.now();
    await policies.refresh(now);
    const { policy: current } = policies.current;
    const { issues, policy } = policies.attempt(tried.yaml);
    if (!policy) {
      throw new InputError(inOneLine(issues));
    }
    const row = await store.add({
      ...tried,
      id: randomUUID(),
      createdBy,
      createdAt: now,
      comparedWith: current.version,
      changes: diffPolicies(current, policy),
    });
    wake();
    return row;
  }

  /** @throws ConflictError where it is over already */
  async cancel(id: string): Promise<SimulationRow> {
    const { clock, store } = this.#options;
    return store.cancel(id, await clock.now());
  }

  async #textOf({
    draftId,
    yaml,
  }: NewSimulation): Promise<Pick<NewSimulationRow, 'draft' | 'yaml'>> {
    if ((draftId === undefined) === (yaml === undefined)) {
      throw new InputError(
        'Invalid body: expected either draftId or yaml, found ' +
          `${draftId === undefined ? 'neither' : 'both'}`,
      );
    }
    if (draftId === undefined) {
      return { yaml: yaml! };
    }
    const draft = await this.#options.drafts.find(draftId);
    if (!draft) {
      throw new NotFoundError(`No draft ${draftId}`);
    }
    const { revision, yaml: text } = draft;
    return { yaml: text, draft: { id: draftId, revision } };
  }
}

/** The first mistake, and how many more there are. */
function inOneLine(issues: readonly PolicyDocumentIssue[]): string {
  const [{ field, file, line, message }] = issues;
  const place = file === undefined ? `line ${line}` : `${file}:${line}`;
  const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : '';
  return `Invalid yaml: ${place}: ${field}: ${message}${more}`;
}
