export { coverageItemSchema } from './coverageItemSchema';
export { createCoverageStore, type CoverageStore } from './CoverageStore';
export { CoverageKeeper, type CoveringSource } from './CoverageKeeper';
export { SourceStates, type SourceState } from './SourceStates';
export { CoverageBackfill, type SetBackRequest } from './CoverageBackfill';
