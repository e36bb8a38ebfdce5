/**
 * A worked example of a fact collector for Autonomy for Backstage.
 *
 * @packageDocumentation
 */
export { autonomyModuleBackups as default } from './module';
