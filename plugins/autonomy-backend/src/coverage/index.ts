export { coverageItemSchema } from './coverageItemSchema';
export { createCoverageStore, type CoverageStore } from './CoverageStore';
