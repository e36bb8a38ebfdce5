export type { AttestationService } from './AttestationService';
export type { AttestationsStore } from './AttestationsStore';
export { createAttestationService } from './createAttestationService';
export { DatabaseAttestationsStore } from './DatabaseAttestationsStore';
