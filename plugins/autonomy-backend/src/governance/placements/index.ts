export { createPlacements } from './createPlacements';
export type { OnOwnerChanged } from './types';
