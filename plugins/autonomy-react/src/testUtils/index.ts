/**
 * Fixtures and a fake API for tests and development.
 *
 * @packageDocumentation
 */
export * from './FakeAutonomyApi';
export * from './createCheck';
export * from './createEntitySummary';
export * from './createEvaluation';
export * from './createGuardrails';
export * from './createRight';
