export { createSimulations, type Simulations } from './createSimulations';
export { createSimulationService } from './createSimulationService';
export { DatabaseLosersReader, type LosersReader } from './reading';
export type { SimulationService } from './SimulationService';
export { AuthorizedPolicyTrials, type PolicyTrials } from './trial';
