export { readAutonomyConfig, type AutonomyConfig } from './readAutonomyConfig';
