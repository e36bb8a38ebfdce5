/**
 * The backend of Autonomy for Backstage: evidence in, autonomy out.
 *
 * @packageDocumentation
 */
export { autonomyPlugin as default } from './plugin';
export { autonomyClockServiceRef, type Clock } from './database';
export {
  autonomyConditions,
  createAutonomyConditionalDecision,
} from './permissions';
