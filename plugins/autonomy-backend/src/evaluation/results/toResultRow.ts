import type {
  CheckResult,
  EntityGuardrailStatus,
  Evaluation,
  EvidenceState,
  RightResult,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { EvaluationResult } from './EvaluationResult';
import { figuresOf, historyKey } from './historyKey';
import { CONSEQUENCE_LETTERS, mismatchLetter } from './mismatchRows';
import { resultHash } from './resultHash';
import { GUARDRAIL_LETTERS, levelChecks, STATE_LETTERS } from './Shape';

/** From the best to the worst; breached and unknown are equally bad. */
const GUARDRAIL_RANK: Record<EntityGuardrailStatus, number> = {
  none: 0,
  ok: 1,
  exempt: 2,
  'at-risk': 3,
  unknown: 4,
  breached: 4,
};

/**
 * A row of `evaluations` without its words.
 *
 * @internal
 */
export type ResultRow = ReturnType<typeof toResultRow>;

/**
 * The row of a result, without its words: making them takes longest, and is not worth it where they are stored.
 *
 * @internal
 */
export function toResultRow(
  { isPreliminary, record, step, version }: EvaluationResult,
  made: { with: string; shapeId: string },
) {
  const { events, state: next, ...evaluation } = step;
  const state = isPreliminary ? undefined : next;
  return {
    ...narrowColumns(evaluation),
    evaluated_at: evaluation.evaluatedAt,
    policy_version: evaluation.policyVersion,
    made_with: made.with,
    shape_id: made.shapeId,
    version,
    body_hash: resultHash({ evaluation, state }),
    next_change_at: evaluation.nextChangeAt ?? null,
    started_at: isPreliminary
      ? null
      : record?.startedAt ?? evaluation.evaluatedAt,
    restarts: record?.restarts ?? 0,
    former_outcome: null,
    history_key: isPreliminary ? null : historyKey(figuresOf(step)),
  };
}

/**
 * A result as it is sent, and what it leaves to the next.
 *
 * @internal
 */
export function toWords({ isPreliminary, step }: EvaluationResult) {
  const { events, state, ...evaluation } = step;
  return {
    body: JSON.stringify(evaluation satisfies Evaluation),
    state: isPreliminary ? null : JSON.stringify(state),
  };
}

/**
 * What lists, filters, orders and sums need of a result.
 *
 * @internal
 */
export function narrowColumns(evaluation: Evaluation) {
  const { accountability, entity, evidence, guardrails, level, readiness } =
    evaluation;
  const proposal = level.ladder.find(
    ({ proposal: { state } = {} }) => state === 'open',
  );
  return {
    entity_ref: entity.entityRef,
    level: level.level,
    level_title: level.title,
    eligible_level: level.eligible,
    at_risk_since: level.atRisk?.since ?? null,
    proposed_level: proposal?.level ?? null,
    guardrail_status: guardrails.status,
    guardrail_rank: GUARDRAIL_RANK[guardrails.status],
    guardrails_breached: guardrails.counts.breached + guardrails.counts.unknown,
    readiness: readiness.score ?? null,
    readiness_band: readiness.band ?? null,
    readiness_gaps: readiness.gaps,
    accountability: accountability.score,
    surplus: urgency(evaluation.rights, difference => difference > 0),
    deficit: urgency(evaluation.rights, difference => difference < 0),
    stale: isStale(evidence),
    rights: evaluation.rights.map(({ effective }) => effective).join(''),
    consequences: evaluation.rights
      .map(({ consequence }) => CONSEQUENCE_LETTERS[consequence])
      .join(''),
    mismatches: evaluation.rights.map(mismatchLetter).join(''),
    readiness_states: lettersOf(readiness.checks),
    guardrail_states: guardrails.guardrails
      .map(({ status }) => GUARDRAIL_LETTERS[status])
      .join(''),
    guardrail_check_states: lettersOf([
      ...guardrails.guardrails.map(({ check }) => check),
      ...(guardrails.announced ?? []),
    ]),
    level_states: lettersOf(levelChecks(level)),
    accountability_states: lettersOf(
      accountability.items.map(({ check }) => check),
    ),
  };
}

function lettersOf(checks: readonly Pick<CheckResult, 'state'>[]): string {
  return checks.map(({ state }) => STATE_LETTERS[state]).join('');
}

/** The highest priority among the mismatches of one kind. */
function urgency(
  rights: readonly RightResult[],
  isOfKind: (difference: number) => boolean,
): number | null {
  const priorities = rights.flatMap(({ mismatch }) =>
    mismatch && isOfKind(mismatch.difference) ? [mismatch.priority ?? 0] : [],
  );
  return priorities.length > 0 ? Math.max(...priorities) : null;
}

function isStale({ collectors, sources }: EvidenceState): boolean {
  return (
    collectors.some(({ state }) => state !== 'fresh') ||
    sources.some(({ state }) => state === 'silent')
  );
}
