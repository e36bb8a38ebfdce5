/**
 * Incidents from Prometheus Alertmanager for Autonomy for Backstage.
 *
 * @packageDocumentation
 */
export { autonomyModuleAlertmanager as default } from './module';
