export * from './types';
export * from './policy';
export * from './health';
export * from './AutonomyApi';
export * from './AutonomyClient';
