import type {
  CheckDefinition,
  CheckResult,
  DecisionRight,
  EntityGuardrailStatus,
  GuardrailResult,
  GuardrailsResult,
  GuardrailStatus,
  Policy,
} from '../model';
import { counts } from './checks';
import { highest, type Consequences } from './consequences';

/** A guardrail check with its result. */
export interface GuardrailCheck {
  definition: CheckDefinition;
  check: CheckResult;
}

/** From worst to best; breached and unknown weigh the same. */
const WORST_FIRST: readonly GuardrailStatus[] = [
  'breached',
  'unknown',
  'at-risk',
  'exempt',
  'ok',
];

/** Whether it takes effect: losing a fact never looks better than failing. Model section 4. */
export function isBreached({ status }: GuardrailResult): boolean {
  return status === 'breached' || status === 'unknown';
}

function statusOf({ state, stale }: CheckResult): GuardrailStatus {
  switch (state) {
    case 'pass':
      return stale ? 'at-risk' : 'ok';
    case 'exempt':
    case 'unknown':
      return state;
    default:
      return 'breached';
  }
}

function capOf(
  { effect, narrowTo }: CheckDefinition,
  { guardrails: { caps } }: Policy,
): DecisionRight | undefined {
  if (effect === 'stop') return caps.stop;
  return effect === 'narrow' ? narrowTo ?? caps.narrow : undefined;
}

function guardrail(
  { definition, check }: GuardrailCheck,
  consequences: Consequences,
  policy: Policy,
): GuardrailResult {
  const areas = definition.areas ?? [];
  const cap = capOf(definition, policy);
  return {
    check,
    status: statusOf(check),
    areas,
    consequence:
      definition.consequence ??
      highest(areas.map(area => consequences.get(area)!)),
    effect: definition.effect ?? 'inform',
    ...(cap !== undefined && { cap }),
    mandatory: definition.mandatory ?? false,
  };
}

/** Status and effect of every guardrail that applies. Model section 4. */
export function guardrails(
  checks: readonly GuardrailCheck[],
  consequences: Consequences,
  policy: Policy,
): GuardrailsResult {
  const results = checks
    .filter(({ check }) => counts(check))
    .map(item => guardrail(item, consequences, policy));
  const announced = checks
    .map(({ check }) => check)
    .filter(({ state }) => state === 'announced');
  const statusCounts: Record<GuardrailStatus, number> = {
    ok: 0,
    exempt: 0,
    'at-risk': 0,
    breached: 0,
    unknown: 0,
  };
  for (const { status } of results) statusCounts[status]++;
  const status: EntityGuardrailStatus =
    WORST_FIRST.find(candidate => statusCounts[candidate] > 0) ?? 'none';
  return {
    status,
    counts: statusCounts,
    guardrails: results,
    ...(announced.length > 0 && { announced }),
  };
}
