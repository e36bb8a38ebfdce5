export * from './types';
export * from './policy';
export * from './AutonomyApi';
export * from './AutonomyClient';
