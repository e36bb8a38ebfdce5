import type { EvaluationStep, PlanResult, ScorecardRole } from '../model';
import { explainAccountability } from './accountability';
import type { CompiledPolicy } from './CompiledPolicy';
import { evaluatedEntity } from './evaluatedEntity';
import type { EvaluationInput } from './EvaluationInput';
import { evidenceState } from './evidence';
import { explainGuardrails } from './guardrails';
import { explainLadder } from './ladder';
import type { PlanStanding } from './plans';
import { explainReadiness } from './readiness';
import { evaluateParts, inWrittenOrder } from './pipeline';

function planResult({
  plan,
  state,
  endsAt,
  criteria,
}: PlanStanding): PlanResult {
  const { id, title, approach, areas, cap, startsAt } = plan;
  return { id, title, approach, areas, cap, state, startsAt, endsAt, criteria };
}

/**
 * Everything the suite says about one entity at one instant, with every reason. Pure: the same
 * input, policy and instant give the same evaluation, whatever the order of the input's lists. It
 * takes one step from `input.prior`; {@link advance} steps through what was missed since then.
 *
 * @param now - UTC milliseconds
 * @public
 */
export function evaluate(
  input: EvaluationInput,
  policy: CompiledPolicy,
  now: number,
): EvaluationStep {
  const parts = evaluateParts(input, policy, now);
  const { assessment, context, setting, standings, verdicts } = parts;
  const written = (role: ScorecardRole) =>
    inWrittenOrder(setting.checks[role], verdicts[role]);
  const { enforcedFrom = now } = setting.policy.ladder;
  return {
    entity: evaluatedEntity(input.entity),
    evaluatedAt: now,
    nextChangeAt: assessment.nextChangeAt,
    policyVersion: setting.compiled.version,
    enforcedFrom: enforcedFrom > now ? enforcedFrom : undefined,
    level: explainLadder(standings.ladder, written('levels'), context),
    guardrails: explainGuardrails(
      standings.guardrails,
      written('guardrails'),
      context,
    ),
    readiness: explainReadiness(
      standings.readiness,
      written('readiness'),
      context,
    ),
    accountability: explainAccountability(
      standings.accountability,
      written('accountability'),
      context,
    ),
    trust: standings.trust.map(({ result }) => result),
    rights: standings.rights,
    plans: standings.plans.map(planResult),
    evidence: evidenceState(context, setting.evidence.coverage, setting.policy),
    state: assessment.state,
    events: parts.events(),
  };
}
