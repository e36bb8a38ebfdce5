export * from './accountability';
export * from './guardrails';
export * from './level';
export * from './plans';
export * from './readiness';
export * from './rights';
