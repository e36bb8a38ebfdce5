export { areaRights } from './areaRights';
export type { ActualRight } from './actual';
export { mismatchOf, type MismatchWeighing } from './mismatch';
export type { RightInput } from './RightInput';
