export { DatabaseExemptionsStore } from './DatabaseExemptionsStore';
export type { ExemptionsStore } from './ExemptionsStore';
