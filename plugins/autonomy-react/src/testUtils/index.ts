/**
 * Fixtures and a fake API for tests and development.
 *
 * @packageDocumentation
 */
export * from './FakeAutonomyApi';
export * from './createAccountability';
export * from './createCheck';
export * from './createEntitySummary';
export * from './createEvaluation';
export * from './createFigure';
export * from './createGuardrails';
export * from './createReadiness';
export * from './createRight';
