import type {
  AutonomyLevel,
  CheckResult,
  CollectedFacts,
  Evaluation,
  ScorecardRole,
} from '../model';
import { accountability } from './accountability';
import { evaluateCheck, FactContext } from './checks';
import type { CompiledCheck, CompiledPolicy } from './CompiledPolicy';
import { consequencesFor, type Consequences } from './consequences';
import { evaluatedEntity } from './evaluatedEntity';
import type { EvaluationInput } from './EvaluationInput';
import { evidenceState } from './evidence';
import { deploymentFacts, evidenceFacts, incidentFacts } from './facts';
import { guardrails } from './guardrails';
import { latestFacts } from './latestFacts';
import { levels } from './levels';
import { readiness } from './readiness';
import { rights } from './rights';
import { trustByArea } from './trust';

type ChecksByRole = Record<ScorecardRole, readonly CompiledCheck[]>;

/** The checks of every scorecard that selects the entity, by role. */
function selectChecks(
  { entity }: EvaluationInput,
  { compiled }: CompiledPolicy,
): ChecksByRole {
  const { kind, metadata, spec } = entity;
  const selected = compiled.filter(({ matches }) =>
    matches({ kind, metadata, spec }),
  );
  const ofRole = (role: ScorecardRole) =>
    selected
      .filter(scorecard => scorecard.role === role)
      .flatMap(({ checks }) => checks);
  return {
    readiness: ofRole('readiness'),
    guardrails: ofRole('guardrails'),
    levels: ofRole('levels'),
    accountability: ofRole('accountability'),
  };
}

function gatherFacts(
  input: EvaluationInput,
  facts: readonly CollectedFacts[],
  checks: ChecksByRole,
  consequences: Consequences,
  { policy }: CompiledPolicy,
  now: number,
): FactContext {
  const { entityRef } = input.entity;
  const context = FactContext.create(facts, now);
  context.addDerived(
    'incidents',
    incidentFacts({ ...input, entityRef }, policy, now),
  );
  context.addDerived(
    'deployments',
    deploymentFacts(input.deployments, consequences, now),
  );
  context.addDerived(
    'evidence',
    evidenceFacts(Object.values(checks).flat(), context),
  );
  return context;
}

/**
 * Everything the suite says about one entity, with every reason. Pure: the same input, policy and
 * instant give the same evaluation, whatever the order of the input's lists.
 *
 * @param now - UTC milliseconds
 * @public
 */
export function evaluate(
  input: EvaluationInput,
  compiledPolicy: CompiledPolicy,
  now: number,
): Evaluation {
  const { entity, coverage } = input;
  const { policy, version } = compiledPolicy;
  const checks = selectChecks(input, compiledPolicy);
  const consequences = consequencesFor(entity.tier.effective, policy);
  const facts = latestFacts(input.facts);
  const context = gatherFacts(
    input,
    facts,
    checks,
    consequences,
    compiledPolicy,
    now,
  );
  const run = (role: ScorecardRole) =>
    checks[role].map((compiled): [CompiledCheck, CheckResult] => [
      compiled,
      evaluateCheck(compiled, role, context, policy.catalog.linkedScore),
    ]);

  const readinessResult = readiness(
    run('readiness').map(([, check]) => check),
    policy,
  );
  const accountabilityResult = accountability(
    run('accountability').map(([{ definition }, check]) => ({
      check,
      required: definition.required ?? false,
    })),
    policy,
  );
  const guardrailsResult = guardrails(
    run('guardrails').map(([{ definition }, check]) => ({ definition, check })),
    consequences,
    policy,
  );
  const trust = trustByArea({
    ...input,
    entityRef: entity.entityRef,
    firstSeenAt: entity.firstSeenAt,
    consequences,
    policy,
    now,
  });
  const level = levels(
    {
      checks: run('levels').map(([{ definition }, check]) => ({
        level: definition.level as AutonomyLevel,
        check,
      })),
      readiness: readinessResult,
      accountability: accountabilityResult,
      guardrails: guardrailsResult,
      trust: trust.map(({ result }) => result),
      consequences,
    },
    policy,
  );

  return {
    entity: evaluatedEntity(entity),
    evaluatedAt: now,
    policyVersion: version,
    level,
    guardrails: guardrailsResult,
    readiness: readinessResult,
    accountability: accountabilityResult,
    trust: trust.map(({ result }) => result),
    rights: rights(
      {
        level,
        accountability: accountabilityResult,
        guardrails: guardrailsResult,
        trust,
        consequences,
      },
      policy,
    ),
    evidence: evidenceState(facts, coverage, policy, now),
  };
}
