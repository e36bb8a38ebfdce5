/**
 * The backend of Autonomy for Backstage: evidence in, autonomy out.
 *
 * @packageDocumentation
 */
export { autonomyPlugin as default } from './plugin';
export {
  autonomyConditions,
  createAutonomyConditionalDecision,
} from './permissions';
