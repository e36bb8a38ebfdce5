export { touchedAreas } from './areaIncidents';
export { learningAfterReview } from './learningAfterReview';
export { trustByArea, type AreaTrust } from './trust';
export type { TrustInput } from './TrustInput';
