import type {
  CheckResult,
  CheckState,
  Evaluation,
  GuardrailStatus,
  LevelResult,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';

/**
 * What the letters of the narrow columns `rights` and `…_states` are about. Entities to which the same scorecards
 * apply share one, so that there are a few of them.
 *
 * @internal
 */
export interface Shape {
  areas: string[];
  readiness: { id: string; title: string; section?: string }[];
  guardrails: NamedCheck[];
  /** Guardrails that do not count yet; absent in shapes of earlier versions, as are those below. */
  announced?: NamedCheck[];
  levels?: NamedCheck[];
  accountability?: NamedCheck[];
}

type NamedCheck = { id: string; title: string };

/**
 * Of every column that tells what checks came to.
 *
 * @internal
 */
export const STATE_LETTERS: Record<CheckState, string> = {
  pass: 'p',
  fail: 'f',
  unknown: 'u',
  exempt: 'e',
  announced: 'a',
  'not-applicable': 'n',
};

/**
 * Of `guardrail_states`: what became of the state in the course of time.
 *
 * @internal
 */
export const GUARDRAIL_LETTERS: Record<GuardrailStatus, string> = {
  ok: 'o',
  exempt: 'e',
  'at-risk': 'r',
  breached: 'b',
  unknown: 'u',
};

/**
 * @internal
 */
export function shapeOf(evaluation: Evaluation): Shape {
  const { accountability, guardrails, level, readiness, rights } = evaluation;
  return {
    areas: rights.map(({ area }) => area),
    readiness: readiness.checks.map(({ id, section, title }) => ({
      id,
      title,
      section,
    })),
    guardrails: guardrails.guardrails.map(named),
    announced: guardrails.announced?.map(check => named({ check })),
    levels: levelChecks(level).map(check => named({ check })),
    accountability: accountability.items.map(named),
  };
}

/**
 * What a ladder asks for besides its minima, in the order of `level_states`.
 *
 * @internal
 */
export function levelChecks({ ladder }: LevelResult): CheckResult[] {
  return ladder
    .flatMap(({ requirements }) => requirements)
    .flatMap(requirement =>
      requirement.kind === 'check' ? [requirement.check] : [],
    );
}

function named({ check: { id, title } }: { check: NamedCheck }): NamedCheck {
  return { id, title };
}
