export {
  SimulationResult,
  SimulationResult as default,
} from './SimulationResult';
