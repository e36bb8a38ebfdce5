export type { CoverageStore } from './CoverageStore';
export { coverageItemSchema } from './coverageItemSchema';
export { DatabaseCoverageStore } from './DatabaseCoverageStore';
