/** How much is at stake in a decision area. Model section 1. @public */
export type Consequence = 'low' | 'medium' | 'high' | 'critical';

/** How bad an incident was. Model section 7. @public */
export type Severity = 'low' | 'medium' | 'high' | 'critical';

/** Autonomy level of an entity; higher means more autonomy. Model section 6. @public */
export type AutonomyLevel = 1 | 2 | 3 | 4;

/**
 * Decision right of an entity in an area: 1 approval (ask first), 2 consult, 3 peer-review,
 * 4 inform (decide, then review afterwards), 5 decide (alone). Model section 8.
 * @public
 */
export type DecisionRight = 1 | 2 | 3 | 4 | 5;

/** Criticality, 1 is the most critical. Model section 10. @public */
export type Tier = 1 | 2 | 3 | 4;

/** What a scorecard's checks are used for. @public */
export type ScorecardRole =
  | 'readiness'
  | 'guardrails'
  | 'levels'
  | 'accountability';

/** Outcome of one check. Model section 2. @public */
export type CheckState =
  | 'pass'
  | 'fail'
  | 'unknown'
  | 'exempt'
  | 'announced'
  | 'not-applicable';

/** Status of one guardrail. Model section 4. @public */
export type GuardrailStatus =
  | 'ok'
  | 'exempt'
  | 'at-risk'
  | 'breached'
  | 'unknown';

/** Status of an entity: its worst guardrail, `none` without guardrails. Model section 4. @public */
export type EntityGuardrailStatus = GuardrailStatus | 'none';

/** What a breached guardrail does in its areas. Model section 4. @public */
export type GuardrailEffect = 'inform' | 'narrow' | 'stop';

/** Readiness in words, from the number of gaps. Model section 3. @public */
export type ReadinessBand = 'ready' | 'minor-gaps' | 'focus' | 'not-ready';

/** A named upper bound on a right. Model section 8. @public */
export type CapKind =
  | 'level'
  | 'trust'
  | 'accountability'
  | 'guardrail'
  | 'plan'
  | 'bypass';

/** Which board approves in an area. @public */
export type AreaOwner = 'domain' | 'central';

/** How a level is entered once it is sustained. @public */
export type Promotion = 'auto' | 'board';

/** What an incident was besides a failure; anything but `none` needs a board's word. @public */
export type IncidentClass = 'none' | 'legal' | 'ethical' | 'bypass';

/** Who asks to act. Model section 11. @public */
export type Actor = 'human' | 'automation' | 'agent';

/** How trust is repaired after a failure. Model section 9. @public */
export type PlanApproach =
  | 'full-restriction'
  | 'targeted-guardrails'
  | 'collaborative-reset';

/** @public */
export const CONSEQUENCES: readonly Consequence[] = [
  'low',
  'medium',
  'high',
  'critical',
];

/** @public */
export const SEVERITIES: readonly Severity[] = CONSEQUENCES;

/** The words of the five rights, in order. @public */
export const RIGHT_NAMES = [
  'approval',
  'consult',
  'peer-review',
  'inform',
  'decide',
] as const;

/** @public */
export type DecisionRightName = (typeof RIGHT_NAMES)[number];

/** The word for a right, e.g. 3 is `peer-review`. @public */
export function rightName(right: DecisionRight): DecisionRightName {
  return RIGHT_NAMES[right - 1];
}
