export type { CollectorRun, CollectorRuns } from './CollectorRuns';
export { DatabaseCollectorRuns } from './DatabaseCollectorRuns';
export { FactCollectors } from './FactCollectors';
export { scheduleCollectors } from './scheduleCollectors';
