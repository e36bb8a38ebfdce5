export { createIngestion } from './createIngestion';
export { AuthorizedEvidenceIngestion } from './AuthorizedEvidenceIngestion';
export { DefaultEvidenceIngestion } from './DefaultEvidenceIngestion';
export type { EvidenceIngestion } from './EvidenceIngestion';
export type { EvidenceStore } from './EvidenceStore';
export * from './fields';
