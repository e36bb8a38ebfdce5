import type {
  EvaluationEvent,
  EvaluationStep,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { randomUUID } from 'node:crypto';
import { zipObject } from 'lodash';
import type { Announcement } from '../../announcements';
import type { HistoryFigures } from './historyKey';

/**
 * A point of a history.
 *
 * @internal
 */
export function toPointRow(figures: HistoryFigures) {
  const { state } = figures;
  const areas = Object.keys(state.outcome.rights);
  return {
    entity_ref: figures.entityRef,
    at: state.evaluatedAt,
    policy_version: state.policyVersion,
    level: figures.level,
    guardrail_status: figures.guardrailStatus,
    readiness: figures.readiness ?? null,
    readiness_band: figures.readinessBand ?? null,
    accountability: figures.accountability,
    trust: JSON.stringify(zipObject(areas, figures.trust)),
    rights: JSON.stringify(state.outcome.rights),
    state: JSON.stringify(state),
  };
}

/**
 * What changed, for the history.
 *
 * @param now - UTC milliseconds
 * @internal
 */
export function toEventRow(
  of: { entity_ref: string; policy_version: string },
  event: EvaluationEvent,
  now: number,
) {
  return {
    id: randomUUID(),
    entity_ref: of.entity_ref,
    at: event.at,
    recorded_at: now,
    policy_version: of.policy_version,
    kind: event.kind,
    cause: event.cause,
    event: JSON.stringify(event),
  };
}

/**
 * What is told to others. Without events, only that figures moved.
 *
 * @internal
 */
export function toAnnouncement(
  step: EvaluationStep,
  events: EvaluationEvent[],
): Announcement {
  const { boardRef, domainRef, entityRef, kind, name, namespace } = step.entity;
  const { ownerRef, title } = step.entity;
  return {
    id: randomUUID(),
    entity: {
      entityRef,
      kind,
      namespace,
      name,
      title,
      ownerRef,
      boardRef,
      domainRef,
    },
    evaluatedAt: step.evaluatedAt,
    policyVersion: step.policyVersion,
    level: step.level.level,
    levelTitle: step.level.title,
    events,
  };
}
