import type {
  EvaluationOutcome,
  GuardrailStatus,
  DecisionRight,
  ReadinessBand,
  RightResult,
} from '../../model';
import { worstStatus, type GuardrailStanding } from '../guardrails';

/** What an evaluation says in discrete words, kept so that the next can tell what changed. */
export function outcomeOf(
  readinessBand: ReadinessBand | undefined,
  standings: readonly GuardrailStanding[],
  rights: readonly RightResult[],
): EvaluationOutcome {
  const guardrails: Record<string, GuardrailStatus> = {};
  for (const { status, verdict } of standings) {
    guardrails[verdict.check.definition.id] = status;
  }
  const byArea: Record<string, DecisionRight> = {};
  for (const { area, effective } of rights) byArea[area] = effective;
  return {
    readinessBand,
    guardrailStatus: worstStatus(standings),
    guardrails,
    rights: byArea,
  };
}
