import type { RequestListener } from 'node:http';

type Status = 'triggered' | 'acknowledged' | 'resolved';

/** What is always there of an incident of the REST API. */
export interface RestIncident {
  id: string;
  type: 'incident';
  created_at: string;
  resolved_at: string | null;
  status: Status;
}

const instant = (at: number) =>
  new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');

/**
 * An incident with the fields that PagerDuty documents.
 *
 * @param changes - instants are UTC milliseconds
 */
export function restIncident(
  id: string,
  createdAt: number,
  changes: { resolvedAt?: number; updatedAt?: number } = {},
): RestIncident {
  const { resolvedAt, updatedAt = resolvedAt ?? createdAt } = changes;
  const reference = (type: string, refId: string, summary: string) => ({
    id: refId,
    type: `${type}_reference`,
    summary,
    self: `https://api.pagerduty.com/${type}/${refId}`,
    html_url: `https://harbour.pagerduty.com/${type}/${refId}`,
  });
  const incident = {
    ...reference('incident', id, `[#42] Incident ${id}`),
    type: 'incident',
    incident_number: 42,
    title: `Trouble ${id}`,
    created_at: instant(createdAt),
    updated_at: instant(updatedAt),
    status: resolvedAt === undefined ? 'triggered' : 'resolved',
    incident_key: null,
    service: reference('service', 'PSVC007', 'Checkout'),
    assignments: [],
    last_status_change_at: instant(resolvedAt ?? createdAt),
    resolved_at: resolvedAt === undefined ? null : instant(resolvedAt),
    escalation_policy: reference('escalation_policy', 'PESC001', 'On call'),
    teams: [reference('team', 'PTEAM01', 'Payments')],
    priority: null,
    urgency: 'high',
    resolve_reason: null,
    alert_counts: { all: 1, triggered: 0, resolved: 1 },
  };
  return incident as RestIncident;
}

/** `GET /incidents` of the REST API, as far as it is documented. */
export class FakePagerDuty {
  readonly queries: URLSearchParams[] = [];
  readonly #incidents: readonly RestIncident[];
  readonly #found = new Map<string, RestIncident[]>();

  constructor(incidents: readonly RestIncident[]) {
    this.#incidents = incidents;
  }

  readonly handle: RequestListener = (request, response) => {
    const { pathname, searchParams } = new URL(
      request.url!,
      'http://localhost',
    );
    this.queries.push(searchParams);
    const isKnown = request.headers.authorization === 'Token token=key';
    if (pathname !== '/incidents' || !isKnown) {
      response.writeHead(isKnown ? 404 : 401).end();
      return;
    }
    const [limit, offset] = ['limit', 'offset'].map(name =>
      Number(searchParams.get(name)),
    );
    const [since, until] = ['since', 'until'].map(name =>
      Date.parse(searchParams.get(name)!),
    );
    if (offset + limit > 10_000 || until - since > 184 * 86_400_000) {
      response.writeHead(400).end();
      return;
    }
    const found = this.#find(searchParams);
    response.end(
      JSON.stringify({
        incidents: found.slice(offset, offset + limit),
        limit,
        offset,
        total: null,
        more: found.length > offset + limit,
      }),
    );
  };

  /** All that is asked for; sorted only once for all pages of it. */
  #find(query: URLSearchParams): RestIncident[] {
    const names = ['since', 'until', 'statuses[]', 'sort_by'];
    const key = JSON.stringify(names.map(name => query.getAll(name)));
    const found = this.#found.get(key) ?? this.#select(query);
    this.#found.set(key, found);
    return found;
  }

  #select(query: URLSearchParams): RestIncident[] {
    const [since, until] = ['since', 'until'].map(name =>
      Date.parse(query.get(name)!),
    );
    const [field, direction] = query.get('sort_by')!.split(':') as [
      'created_at' | 'resolved_at',
      string,
    ];
    const statuses = query.getAll('statuses[]');
    return this.#incidents
      .map(incident => ({ incident, at: Date.parse(incident[field] ?? '') }))
      .filter(({ incident: { created_at: created, status } }) => {
        const at = Date.parse(created);
        return statuses.includes(status) && at >= since && at < until;
      })
      .sort((a, b) => (direction === 'desc' ? b.at - a.at : a.at - b.at))
      .map(({ incident }) => incident);
  }
}
