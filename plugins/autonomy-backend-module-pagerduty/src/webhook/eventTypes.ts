/*
 * Every event type that PagerDuty documents for v3 webhooks, early access included. An event type that
 * is in neither list is not guessed at: its delivery is set aside, and can be replayed with a version of
 * this module that knows it.
 */

/**
 * Event types whose `data` is the incident as it is since then.
 *
 * @internal
 */
export const INCIDENT_EVENT_TYPES: ReadonlySet<string> = new Set([
  'incident.triggered',
  'incident.acknowledged',
  'incident.unacknowledged',
  'incident.resolved',
  'incident.reopened',
  'incident.escalated',
  'incident.delegated',
  'incident.reassigned',
  'incident.priority_updated',
  'incident.service_updated',
  'incident.incident_type.changed',
]);

/**
 * Event types about something else than the state of an incident.
 *
 * @internal
 */
export const OTHER_EVENT_TYPES: ReadonlySet<string> = new Set([
  'incident.annotated',
  'incident.conference_bridge.updated',
  'incident.custom_field_values.updated',
  'incident.status_update_published',
  'incident.responder.added',
  'incident.responder.replied',
  'incident.role.assigned',
  'incident.task.created',
  'incident.task.updated',
  'incident.task.completed',
  'incident.action_invocation.created',
  'incident.action_invocation.updated',
  'incident.action_invocation.terminated',
  'incident.workflow.started',
  'incident.workflow.completed',
  'service.created',
  'service.updated',
  'service.deleted',
  'service.custom_field_values.updated',
]);

/**
 * Sent when somebody tests a subscription.
 *
 * @internal
 */
export const PING_EVENT_TYPE = 'pagey.ping';
