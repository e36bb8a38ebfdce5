/**
 * Documents of a small policy, as somebody would write them.
 * @public
 */
export const policyTexts = {
  guardrails: `# Clear boundaries, each tied to a risk.
apiVersion: aligned-autonomy/v1
kind: Scorecard
metadata:
  name: guardrails
  title: Organisation guardrails
  description: What holds for every service.
  owner: group:default/platform-team
spec:
  role: guardrails
  filter:
    spec.type: service
  checks:
    - id: secrets-rotated
      title: Secrets rotated within 90 days
      risk: A leaked secret stays useful for as long as it lives.
      areas: [security, infrastructure]
      effect: narrow
      expression: within(security.secretsRotatedAt, 'P90D')
      fix:
        text: Rotate through the vault.
        url: https://example.com/vault
    - id: no-critical-vulnerabilities
      title: No known critical vulnerability
      risk: A published weakness is used against us before we have closed it.
      areas: [security, deployment]
      mandatory: true
      # Zero means zero.
      expression: security.criticalVulnerabilities == 0
      fix:
        text: Update the dependency.
`,
  readiness: `apiVersion: aligned-autonomy/v1
kind: Scorecard
metadata:
  name: readiness
  title: Production readiness
spec:
  role: readiness
  checks:
    - id: tracing
      title: Requests are traced
      expression: observability.tracing
      attestable: true
    - id: runbook
      title: A runbook is linked
      expression: catalog.runbook
      weight: 2
`,
  overlay: `apiVersion: aligned-autonomy/v1
kind: Overlay
metadata:
  name: payments
  title: Payments
  domain: domain:default/payments
spec:
  checks:
    - id: secrets-rotated
      effect: stop
`,
  policy: `apiVersion: aligned-autonomy/v1
kind: Policy
metadata:
  name: default
spec:
  levels:
    - level: 3
      title: Expanded autonomy
      minReadiness: 65
`,
} as const;
