export * from './EntityAutonomyCard';
