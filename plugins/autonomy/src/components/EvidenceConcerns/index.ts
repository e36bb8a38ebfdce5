export * from './EvidenceConcerns';
