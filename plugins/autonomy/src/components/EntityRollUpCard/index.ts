export { EntityAutonomyRollUpCard } from './EntityAutonomyRollUpCard';
