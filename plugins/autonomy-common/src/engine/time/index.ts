export { Horizon } from './Horizon';
export { evidenceInstants, newsBetween, nextArrival } from './evidenceInstants';
export { knownAt, type KnownEvidence } from './knownAt';
export { nextClock } from './notPassingClock';
