export { areaRights } from './areaRights';
export type { RightInput } from './RightInput';
