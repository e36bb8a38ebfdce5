export type { CollectorSettings } from './readFactsConfig';
export { readAutonomyConfig, type AutonomyConfig } from './readAutonomyConfig';
