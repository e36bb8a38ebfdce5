export { createExemptionService } from './createExemptionService';
export { DatabaseExemptionsStore } from './DatabaseExemptionsStore';
export type { ExemptionService } from './ExemptionService';
export type { ExemptionsStore } from './ExemptionsStore';
