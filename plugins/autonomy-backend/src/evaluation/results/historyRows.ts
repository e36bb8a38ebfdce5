import type {
  EvaluationEvent,
  EvaluationStep,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { randomUUID } from 'node:crypto';
import type { Announcement } from '../../announcements';

/**
 * The figures of a result, for its history.
 *
 * @internal
 */
export function toPointRow(step: EvaluationStep) {
  const { accountability, entity, guardrails, level, readiness } = step;
  return {
    entity_ref: entity.entityRef,
    at: step.evaluatedAt,
    policy_version: step.policyVersion,
    level: level.level,
    guardrail_status: guardrails.status,
    readiness: readiness.score ?? null,
    readiness_band: readiness.band ?? null,
    accountability: accountability.score,
    trust: JSON.stringify(
      Object.fromEntries(step.trust.map(({ area, value }) => [area, value])),
    ),
    rights: JSON.stringify(step.state.outcome.rights),
    state: JSON.stringify(step.state),
  };
}

/**
 * What changed, for the history.
 *
 * @param now - UTC milliseconds
 * @internal
 */
export function toEventRows(
  { entity, policyVersion }: EvaluationStep,
  events: readonly EvaluationEvent[],
  now: number,
) {
  return events.map(event => ({
    id: randomUUID(),
    entity_ref: entity.entityRef,
    at: event.at,
    recorded_at: now,
    policy_version: policyVersion,
    kind: event.kind,
    cause: event.cause,
    event: JSON.stringify(event),
  }));
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
