/**
 * Fixtures and a fake API for tests and development.
 *
 * @packageDocumentation
 */
export * from './FakeAutonomyApi';
export * from './FakeAutonomyPolicyApi';
export * from './createAccountability';
export * from './createAttestation';
export * from './createCheck';
export * from './createCheckInsight';
export * from './createDeployment';
export * from './createEntitySummary';
export * from './createEvaluation';
export * from './createExemption';
export * from './createFigure';
export * from './createGuardrails';
export * from './createHealth';
export * from './createIncident';
export * from './createNeeds';
export * from './createReadiness';
export * from './createRight';
export * from './createSimulation';
export * from './policyTexts';
