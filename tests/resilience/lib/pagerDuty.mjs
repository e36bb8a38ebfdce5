import { createHmac } from 'node:crypto';

const PRIORITIES = ['P1', 'P2', 'P3', 'P4'];
const STATUS_OF = {
  triggered: 'triggered',
  acknowledged: 'acknowledged',
  resolved: 'resolved',
  reopened: 'triggered',
};

/** The id of the source in the configuration. */
export const SOURCE = 'pagerduty';

/** What its deliveries are signed with. */
export const SECRET = 'a-secret-of-this-test-only';

/** The rules that make entities and severities of the events below. */
export const MAPPING = [
  {
    source: 'pagerduty',
    entity: "'component:default/' + service.name",
    severity:
      "priority == 'P1' ? 'critical' : priority == 'P2' ? 'high' : priority == 'P3' ? 'medium' : 'low'",
  },
];

export const SEVERITY_OF = {
  P1: 'critical',
  P2: 'high',
  P3: 'medium',
  P4: 'low',
};

/** Any priority, by number. */
export const priorityOf = n => PRIORITIES[n % PRIORITIES.length];

/**
 * The header by which PagerDuty is known: hex HMAC-SHA256 of the bytes.
 */
export function pagerDutySignature(body, secret) {
  return `v1=${createHmac('sha256', secret).update(body).digest('hex')}`;
}

/** A request with which a body is authentic. */
export const signed = body => ({
  body,
  headers: { 'x-pagerduty-signature': pagerDutySignature(body, SECRET) },
});

/**
 * A v3 webhook about the state of an incident.
 *
 * @param event - `occurredAt` and `createdAt` in UTC milliseconds; `state` one of triggered, acknowledged,
 * resolved and reopened
 */
export function pagerDutyEvent({
  id,
  state,
  incident,
  occurredAt,
  createdAt,
  service,
  priority,
  title,
}) {
  const reference = (type, ref, summary) => ({
    id: ref,
    type: `${type}_reference`,
    summary,
    self: `https://api.pagerduty.com/${type}s/${ref}`,
    html_url: `https://harbour.pagerduty.com/${type}s/${ref}`,
  });
  return JSON.stringify({
    event: {
      id,
      event_type: `incident.${state}`,
      resource_type: 'incident',
      occurred_at: new Date(occurredAt).toISOString(),
      agent: null,
      client: null,
      data: {
        id: incident,
        type: 'incident',
        self: `https://api.pagerduty.com/incidents/${incident}`,
        html_url: `https://harbour.pagerduty.com/incidents/${incident}`,
        number: 1,
        status: STATUS_OF[state],
        incident_key: incident,
        created_at: new Date(createdAt).toISOString(),
        title,
        incident_type: { name: 'incident_default' },
        service: reference('service', `S-${service}`, service),
        assignees: [],
        escalation_policy: reference('escalation_policy', 'PESC001', 'On call'),
        teams: [],
        priority: reference('priority', `PR-${priority}`, priority),
        urgency: 'high',
        conference_bridge: null,
        resolve_reason: null,
      },
    },
  });
}

/** Sent when somebody tests a subscription, and a sign of life. */
export const pagerDutyPing = id =>
  JSON.stringify({
    event: {
      id,
      event_type: 'pagey.ping',
      resource_type: 'pagey',
      occurred_at: new Date().toISOString(),
      agent: null,
      client: null,
      data: { message: 'Hello from your friend Pagey!', type: 'ping' },
    },
  });
