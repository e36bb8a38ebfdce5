export * from './types';
export * from './figures';
export * from './history';
export * from './readiness';
export * from './policy';
export * from './health';
export * from './AutonomyApi';
export * from './AutonomyClient';
