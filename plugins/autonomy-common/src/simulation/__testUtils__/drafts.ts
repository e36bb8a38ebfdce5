import fc from 'fast-check';
import { defaultPolicy, policyWith } from '../../__fixtures__/defaults';
import type { CompiledPolicy } from '../../engine';
import { POLICY } from '../../engine/laws/__testUtils__/world';
import { overlayText } from '../../policy/overlay/__testUtils__/compileOver';
import { tighterSpec } from '../../policy/overlay/__testUtils__/tighterSpec';
import { settledPolicy } from '../settledPolicy';
import type { SimulatedPolicies } from '../simulateEntity';

/** What is compared where a draft would take the place of the current policy. */
export function comparing(
  current: CompiledPolicy,
  draft: CompiledPolicy,
): SimulatedPolicies {
  return {
    current,
    currentSettled: settledPolicy(current),
    draft,
    draftSettled: settledPolicy(draft),
  };
}

function policyText(spec: string): string {
  return `{ apiVersion: aligned-autonomy/v1, kind: Policy, metadata: { name: ours }, spec: ${spec} }`;
}

/** Guardrails of which each has something that a settled policy changes. */
export const GUARDRAILS = `
apiVersion: aligned-autonomy/v1
kind: Scorecard
metadata: { name: guardrails, title: Ours }
spec:
  role: guardrails
  checks:
    - { id: no-critical-vulnerabilities, title: A, areas: [security], mandatory: true, consequence: critical, grace: P30D, expression: security.criticalVulnerabilities == 0 }
    - { id: secrets-rotated, title: B, areas: [deployment], effect: stop, grace: P3D, expression: "within(security.secretsRotatedAt, 'P20D')" }
    - { id: tracing-guarded, title: C, areas: [operations, budget], effectiveFrom: 2026-09-01, expression: observability.tracing }
    - { id: stateful-only, title: D, areas: [tooling], when: "'stateful' in catalog.tags", expression: oncall.rotation }
`;

/** Policies that differ in all that a document can say, each compiled once. */
export const POLICIES: readonly CompiledPolicy[] = [
  defaultPolicy(),
  POLICY,
  policyWith(GUARDRAILS),
  policyWith(
    policyText(
      '{ levels: [{ level: 2, minReadiness: 10, sustainedFor: P1D }, { level: 3, minReadiness: 20, minAccountability: 0.4, promotion: auto, sustainedFor: P1D }] }',
    ),
  ),
  policyWith(
    policyText(
      '{ guardrails: { grace: { low: P0D, medium: P0D, high: P0D, critical: P0D } }, ladder: { demotionGrace: P0D } }',
    ),
  ),
  policyWith(
    policyText(
      '{ areas: [{ id: marketing, title: Marketing, consequence: low, ownedBy: domain }], accountability: { requiredCeiling: 0.1 } }',
    ),
  ),
  policyWith(
    '{ apiVersion: aligned-autonomy/v1, kind: Scorecard, metadata: { name: guardrails, disabled: true } }',
  ),
  policyWith(
    ...fc
      .sample(tighterSpec, { numRuns: 3, seed: 7 })
      .map((spec, i) => overlayText(['commerce', 'd0', 'd1'][i], spec)),
  ),
];

/** One of the policies. */
export const anyPolicy: fc.Arbitrary<CompiledPolicy> = fc.constantFrom(
  ...POLICIES,
);
