export { createNeedsReader } from './createNeedsReader';
export type { NeedsReader } from './NeedsReader';
