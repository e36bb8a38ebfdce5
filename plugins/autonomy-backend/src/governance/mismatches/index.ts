export { createMismatchReader } from './createMismatchReader';
export type { MismatchReader } from './MismatchReader';
