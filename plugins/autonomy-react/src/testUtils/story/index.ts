export * from './guardrails';
export * from './level';
export * from './rights';
