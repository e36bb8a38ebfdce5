export { touchedAreas } from './areaIncidents';
export { trustByArea, type AreaTrust } from './trust';
export type { TrustInput } from './TrustInput';
