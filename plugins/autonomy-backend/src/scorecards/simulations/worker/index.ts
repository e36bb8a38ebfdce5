export { inputsOf } from './inputsOf';
export {
  LEASE_MS,
  SimulationWorker,
  type SimulationWorkerOptions,
} from './SimulationWorker';
