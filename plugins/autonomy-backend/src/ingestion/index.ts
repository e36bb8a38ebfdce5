export { createEvidenceGates, type EvidenceGates } from './createEvidenceGates';
export type { EvidenceIngestion } from './EvidenceIngestion';
export type { EvidenceStore } from './EvidenceStore';
export * from './fields';
