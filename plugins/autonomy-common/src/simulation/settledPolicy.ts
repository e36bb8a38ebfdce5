import type { CompiledCheck, CompiledPolicy } from '../engine';
import type { CheckDefinition, Policy } from '../model';

const NO_GRACE: Policy['guardrails']['grace'] = {
  low: 0,
  medium: 0,
  high: 0,
  critical: 0,
};

function withoutGrace(policy: Policy): Policy {
  const { guardrails, ladder } = policy;
  return {
    ...policy,
    // Nothing recovers for longer than its grace.
    guardrails: { ...guardrails, grace: NO_GRACE, recovery: 0 },
    ladder: { ...ladder, demotionGrace: 0 },
  };
}

/** The check without a grace of its own: that of the policy is none. */
function inForce({
  grace,
  effectiveFrom,
  ...definition
}: CheckDefinition): CheckDefinition {
  return definition;
}

function inForceAlready({
  definition,
  base,
  publishedAt,
  ...check
}: CompiledCheck): CompiledCheck {
  return {
    ...check,
    definition: inForce(definition),
    ...(base && { base: inForce(base) }),
  };
}

// What the engine derives from a policy it keeps by the object, so each must stay one and the same.
const settledPolicies = new WeakMap<CompiledPolicy, CompiledPolicy>();
const settledFields = new WeakMap<Policy, Policy>();

function fieldsOf(policy: Policy): Policy {
  let settled = settledFields.get(policy);
  if (!settled) settledFields.set(policy, (settled = withoutGrace(policy)));
  return settled;
}

/**
 * The same policy when it has settled: no grace protects any more, and what is announced counts. Asked again, it
 * gives the same object.
 * @public
 */
export function settledPolicy(policy: CompiledPolicy): CompiledPolicy {
  let settled = settledPolicies.get(policy);
  if (settled) return settled;
  settled = {
    version: policy.version,
    policy: fieldsOf(policy.policy),
    base: fieldsOf(policy.base),
    scorecards: policy.scorecards.map(scorecard => ({
      ...scorecard,
      checks: scorecard.checks.map(inForce),
    })),
    compiled: policy.compiled.map(scorecard => ({
      ...scorecard,
      checks: scorecard.checks.map(inForceAlready),
    })),
    overlays: policy.overlays,
    forDomains: domains => settledPolicy(policy.forDomains(domains)),
  };
  settledPolicies.set(policy, settled);
  settledPolicies.set(settled, settled);
  return settled;
}
