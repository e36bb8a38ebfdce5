export {
  DefaultEvidenceIngestion,
  type EvidenceIngestionOptions,
} from './DefaultEvidenceIngestion';
export { describeIssues } from './describeIssues';
export { DatabaseEvidenceStore } from './DatabaseEvidenceStore';
export { EvidenceGate } from './EvidenceGate';
export type { EvidenceIngestion } from './EvidenceIngestion';
export type { AlsoStore, EvidenceStore } from './EvidenceStore';
export * from './fields';
