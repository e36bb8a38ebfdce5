export { settledPolicy } from './settledPolicy';
export { simulateEntity, type SimulatedPolicies } from './simulateEntity';
export { countMoves, emptyCounts, matchesKind } from './moves';
export { simulationReport, type SimulationReportInput } from './report';
