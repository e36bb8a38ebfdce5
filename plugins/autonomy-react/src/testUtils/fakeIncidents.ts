import type {
  IncidentChange,
  IncidentKey,
  IncidentProposal,
  ListIncidentsRequest,
  ListIncidentsResponse,
  RecordedIncident,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { FAKE_USER } from './fakeIdentity';
import { forwardPageOf, newestFirst, notFound } from './fakePages';

/** Incidents as an owner works with them: attribution and class wait for the board. */
export class FakeIncidents {
  #incidents: RecordedIncident[];
  #proposals = 0;

  constructor(incidents: RecordedIncident[]) {
    this.#incidents = incidents;
  }

  list(request: ListIncidentsRequest): ListIncidentsResponse {
    const { entity, open, pending } = request;
    const found = this.#incidents.filter(
      ({ entityRef, causedBy, resolvedAt, proposals }) =>
        (entity === undefined || [entityRef, causedBy].includes(entity)) &&
        (open === undefined || open === (resolvedAt === undefined)) &&
        (pending === undefined || pending === proposals.length > 0),
    );
    return forwardPageOf(
      newestFirst(found, ({ startedAt }) => startedAt),
      request,
    );
  }

  change(
    { id, source }: IncidentKey,
    { causedBy, class: wanted, reason, ...applied }: IncidentChange,
  ): RecordedIncident {
    const incident = this.#incidents.find(
      each => each.id === id && each.source === source,
    );
    if (!incident) throw notFound(`incident ${source}/${id}`);
    const proposals = [
      ...incident.proposals,
      ...this.#propose('causedBy', causedBy, reason),
      ...this.#propose('class', wanted, reason),
    ];
    const changed = {
      ...incident,
      ...withoutUndefined(applied),
      proposals,
      disputed: proposals.length > 0,
      updatedAt: Date.now(),
    };
    this.#incidents = this.#incidents.map(each =>
      each === incident ? changed : each,
    );
    return changed;
  }

  #propose(
    field: IncidentProposal['field'],
    value: string | undefined,
    reason: string | undefined,
  ): IncidentProposal[] {
    if (value === undefined) return [];
    this.#proposals += 1;
    return [
      {
        id: `proposal-${this.#proposals}`,
        field,
        value,
        reason,
        proposedBy: FAKE_USER,
        proposedAt: Date.now(),
        proposalId: `board-proposal-${this.#proposals}`,
      },
    ];
  }
}

/** A field that is not named stays as it is. */
function withoutUndefined<T extends object>(change: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(change).filter(([, value]) => value !== undefined),
  ) as Partial<T>;
}
