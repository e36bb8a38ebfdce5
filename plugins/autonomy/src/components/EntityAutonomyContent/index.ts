export * from './EntityAutonomyContent';
