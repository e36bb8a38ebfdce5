export * from './AutonomyDetailsDialog';
