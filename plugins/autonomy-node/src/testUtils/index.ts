/**
 * What the author of a module tests it with, under Jest.
 *
 * @packageDocumentation
 */
export { entitySnapshot } from './entitySnapshot';
export { factCollectorContract } from './factCollectorContract';
export type { FactCollectorContractOptions } from './factCollectorChecks';
export {
  incidentSourceContract,
  type IncidentSourceContractOptions,
} from './incidentSourceContract';
