export { trustByArea, type AreaTrust } from './trust';
export type { TrustInput } from './TrustInput';
