export * from './limits';
export * from './useAutonomyWords';
