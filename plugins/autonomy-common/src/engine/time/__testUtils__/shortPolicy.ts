import { policyWith } from '../../../__fixtures__/defaults';

const TEXT = `
apiVersion: aligned-autonomy/v1
kind: Policy
metadata: { name: short }
spec:
  guardrails:
    grace: { low: P3D, medium: P3D, high: P3D, critical: P0D }
    recovery: P2D
  ladder: { demotionGrace: P4D, reopenAfter: P3D }
  exemptions: { maxDuration: P6D }
  levels:
    - { level: 2, minReadiness: 0, minAccountability: 0, sustainedFor: P2D }
    - { level: 3, minReadiness: 0, minAccountability: 0, sustainedFor: P3D }
    - { level: 4, minReadiness: 0, minAccountability: 0, sustainedFor: P3D, minTrust: { value: 0, consequences: [high, critical] } }
---
apiVersion: aligned-autonomy/v1
kind: Scorecard
metadata: { name: readiness, title: Probes }
spec:
  role: readiness
  checks:
    - { id: probe-ready, title: Ready, attestable: true, expression: survey.ready }
---
apiVersion: aligned-autonomy/v1
kind: Scorecard
metadata: { name: levels, title: Probes }
spec:
  role: levels
  checks:
    - { id: probe-2, title: Two, level: 2, expression: probe.two }
    - { id: probe-3, title: Three, level: 3, expression: probe.three }
    - { id: probe-load, title: Load, level: 3, promotionOnly: true, expression: probe.load }
---
apiVersion: aligned-autonomy/v1
kind: Scorecard
metadata: { name: guardrails, title: Boundaries }
spec:
  role: guardrails
  checks:
    - { id: boundary, title: A, areas: [tooling], consequence: critical, mandatory: true, expression: probe.boundary }
    - { id: fence, title: B, areas: [tooling], effect: narrow, expression: probe.fence }
    - { id: hedge, title: C, areas: [budget], effect: stop, mandatory: true, expression: probe.fence }
`;

/** A ladder and guardrails of a few days, so that all that happens on whole days meets. */
export const SHORT = policyWith(TEXT);

/** The same where nothing takes any time. */
export const AT_ONCE = policyWith(TEXT.replaceAll(/P[2-4]D/g, 'P0D'));
