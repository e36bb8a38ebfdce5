/**
 * Incidents from PagerDuty for Autonomy for Backstage.
 *
 * @packageDocumentation
 */
export { autonomyModulePagerduty as default } from './module';
