import type {
  CheckState,
  Evaluation,
  GuardrailStatus,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';

/**
 * What the letters of the narrow columns `rights`, `readiness_states` and `guardrail_states` are about. Entities to
 * which the same scorecards apply share one, so that there are a few of them.
 *
 * @internal
 */
export interface Shape {
  areas: string[];
  readiness: { id: string; title: string; section?: string }[];
  guardrails: { id: string; title: string }[];
}

/**
 * @internal
 */
export const READINESS_LETTERS: Record<CheckState, string> = {
  pass: 'p',
  fail: 'f',
  unknown: 'u',
  exempt: 'e',
  announced: 'a',
  'not-applicable': 'n',
};

/**
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
export function shapeOf({ guardrails, readiness, rights }: Evaluation): Shape {
  return {
    areas: rights.map(({ area }) => area),
    readiness: readiness.checks.map(({ id, section, title }) => ({
      id,
      title,
      section,
    })),
    guardrails: guardrails.guardrails.map(({ check: { id, title } }) => ({
      id,
      title,
    })),
  };
}
