import type {
  CheckResult,
  Evaluation,
  LevelAtRisk,
  RightResult,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { DAY } from './time';

function rounded(value: number | undefined): number | undefined {
  return value === undefined ? undefined : Number(value.toFixed(4));
}

/** What a figure is by the area or the check it belongs to; those without one are left out. */
function by<T, V>(
  items: readonly T[],
  keyOf: (item: T) => string,
  valueOf: (item: T) => V | undefined,
): Record<string, V> {
  const entries = items.flatMap((item): [string, V][] => {
    const value = valueOf(item);
    return value === undefined ? [] : [[keyOf(item), value]];
  });
  return Object.fromEntries(entries);
}

function checksOf({
  readiness,
  accountability,
  guardrails,
  level,
}: Evaluation): CheckResult[] {
  const required = level.ladder.flatMap(({ requirements }) => requirements);
  return [
    ...readiness.checks,
    ...accountability.items.map(({ check }) => check),
    ...guardrails.guardrails.map(({ check }) => check),
    ...(guardrails.announced ?? []),
    ...required.flatMap(item => (item.kind === 'check' ? [item.check] : [])),
  ];
}

function riskOf({ fallsAt, fallsTo, recoversAt }: LevelAtRisk, now: number) {
  const inDays = (instant?: number) =>
    rounded(instant === undefined ? undefined : (instant - now) / DAY);
  return {
    fallsTo,
    fallsInDays: inDays(fallsAt),
    recoversInDays: inDays(recoversAt),
  };
}

/** The caps that decide, by their kind. */
function binding({ caps, recommended }: RightResult) {
  return caps
    .filter(({ right }) => right === recommended)
    .map(({ kind }) => kind);
}

function mismatch({ mismatch: found }: RightResult) {
  return (
    found && {
      actual: found.actual,
      source: found.source,
      difference: found.difference,
      priority: rounded(found.priority),
    }
  );
}

/**
 * The figures of an evaluation that golden cases talk about, in the words of their files.
 * @public
 */
export function goldenSummary(evaluation: Evaluation): Record<string, unknown> {
  const { level, readiness, guardrails, accountability } = evaluation;
  const { evaluatedAt, rights, trust, plans, enforcedFrom } = evaluation;
  const byArea = <V>(valueOf: (right: RightResult) => V | undefined) =>
    by(rights, ({ area }) => area, valueOf);
  return {
    level: level.level,
    eligible: level.eligible,
    atRisk: level.atRisk && riskOf(level.atRisk, evaluatedAt),
    unmet: level.ladder
      .find(({ met }) => !met)
      ?.requirements.filter(({ met }) => !met)
      .map(unmet => (unmet.kind === 'check' ? unmet.check.id : unmet.kind)),
    observedOnly: enforcedFrom !== undefined,
    readiness: rounded(readiness.score),
    readinessWithExemptions: rounded(readiness.scoreWithExemptions),
    band: readiness.band,
    gaps: readiness.gaps,
    guardrails: guardrails.status,
    statuses: by(
      guardrails.guardrails,
      ({ check }) => check.id,
      ({ status }) => status,
    ),
    breached: guardrails.guardrails
      .filter(({ status }) => ['breached', 'unknown'].includes(status))
      .map(({ check }) => check.id),
    accountability: rounded(accountability.score),
    states: by(
      checksOf(evaluation),
      ({ id }) => id,
      ({ state }) => state,
    ),
    trust: by(
      trust,
      ({ area }) => area,
      ({ value }) => rounded(value),
    ),
    recommended: byArea(({ recommended }) => recommended),
    rights: byArea(({ effective }) => effective),
    binding: byArea(binding),
    granted: byArea(
      ({ grant }) => grant && (grant.failed ? 'failed' : grant.right),
    ),
    mismatch: byArea(mismatch),
    consequences: byArea(({ consequence }) => consequence),
    plans: by(
      plans,
      ({ id }) => id,
      ({ state }) => state,
    ),
  };
}
