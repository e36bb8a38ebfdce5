export { Horizon } from './Horizon';
export { evidenceInstants, newsBetween } from './evidenceInstants';
export { knownAt, type KnownEvidence } from './knownAt';
export { nextClock } from './notPassingClock';
