export { countInScope } from './countInScope';
export { DatabaseDraftReader, type DraftReader } from './DraftReader';
export { DatabaseSimulationsStore } from './DatabaseSimulationsStore';
export { SimulationDesk } from './SimulationDesk';
export {
  OPEN_STATES,
  SIMULATIONS_TABLE,
  toSimulation,
  unbegun,
  type SimulationRow,
} from './simulationRows';
export type { SimulationsStore } from './SimulationsStore';
