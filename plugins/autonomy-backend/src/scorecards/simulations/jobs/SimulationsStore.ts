import type { PolicyChange } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { SimulationRow } from './simulationRows';

/**
 * A draft that is to be tried. Instants are UTC milliseconds.
 *
 * @internal
 */
export interface NewSimulationRow {
  id: string;
  yaml: string;
  draft?: { id: string; revision: number };
  createdBy: string;
  createdAt: number;
  /** Version of the policy on the other side. */
  comparedWith: string;
  changes: readonly PolicyChange[];
}

/**
 * The simulations, whoever asked for them.
 *
 * @internal
 */
export interface SimulationsStore {
  /**
   * Stores one that begins at once.
   *
   * @throws ConflictError where so many are not over yet that no further one may begin
   */
  add(simulation: NewSimulationRow): Promise<SimulationRow>;
  get(id: string): Promise<SimulationRow | undefined>;
  /** The newest first; of one draft where it is given. */
  list(options: { draftId?: string; limit: number }): Promise<SimulationRow[]>;
  /**
   * Ends one that is not over; what its worker is doing at the moment is not written.
   *
   * @param now - UTC milliseconds
   * @throws ConflictError where it is over already
   */
  cancel(id: string, now: number): Promise<SimulationRow>;
}
