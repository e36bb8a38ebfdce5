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
// What the contracts are about, so that this entry point can be understood by itself.
export type { EntityFacts, FactCollector } from '../facts';
export type {
  IncidentMessage,
  IncidentPoller,
  IncidentReport,
  IncidentSource,
  IncidentSubject,
  SourceHeartbeat,
  WebhookIdentity,
  WebhookReceiver,
  WebhookRequest,
} from '../incidents';
