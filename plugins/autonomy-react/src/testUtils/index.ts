/**
 * Fixtures and a fake API for tests and development.
 *
 * @packageDocumentation
 */
export * from './FakeAutonomyApi';
export * from './FakeAutonomyGovernanceApi';
export * from './FakeAutonomyPolicyApi';
export * from './createAccountability';
export * from './createAttestation';
export * from './createAudit';
export * from './createBoard';
export * from './createCheck';
export * from './createCheckInsight';
export * from './createDeployment';
export * from './createEntitySummary';
export * from './createEvaluation';
export * from './createExemption';
export * from './createFigure';
export * from './createGrant';
export * from './createGuardrails';
export * from './createHealth';
export * from './createIncident';
export * from './createMismatch';
export * from './createNeeds';
export * from './createPlan';
export * from './createProposal';
export * from './createReadiness';
export * from './createRight';
export * from './createSimulation';
export * from './policyTexts';
