import type {
  IncidentKey,
  ListIncidentsRequest,
  ListIncidentsResponse,
  RecordedIncident,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type {
  BackstageCredentials,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError } from '@backstage/errors';
import type { EntityIndexStore } from '../../entities';
import { describeIssues } from '../../ingestion/describeIssues';
import type { ReadAccess } from '../../permissions';
import { causeField } from '../fields';
import { EXTERNAL } from '../record/IncidentRecord';
import type { AuthorizedIncidents } from './AuthorizedIncidents';
import { lightens } from './changeIncident';
import type { IncidentDesk } from './IncidentDesk';
import { verdictSchema } from './incidentPatchSchema';
import type { IncidentRights } from './IncidentRights';
import type { IncidentService } from './IncidentService';

type UserCredentials = BackstageCredentials<BackstageUserPrincipal>;

/**
 * @internal
 */
export interface IncidentServiceOptions {
  access: Pick<ReadAccess, 'mayRead'>;
  desk: IncidentDesk;
  incidents: AuthorizedIncidents;
  index: Pick<EntityIndexStore, 'readScoped'>;
  rights: IncidentRights;
}

/**
 * Shows each reader the incidents of what they may read, and lets owners and boards have their say.
 *
 * @internal
 */
export class AuthorizedIncidentService implements IncidentService {
  readonly #options: IncidentServiceOptions;

  static create(options: IncidentServiceOptions): IncidentService {
    return new AuthorizedIncidentService(options);
  }

  private constructor(options: IncidentServiceOptions) {
    this.#options = options;
  }

  list(
    request: ListIncidentsRequest,
    options: { credentials: BackstageCredentials },
  ): Promise<ListIncidentsResponse> {
    return this.#options.incidents.list(request, options);
  }

  get(
    key: IncidentKey,
    options: { credentials: BackstageCredentials },
  ): Promise<RecordedIncident> {
    return this.#options.incidents.get(key, options);
  }

  async edit(
    key: IncidentKey,
    patch: unknown,
    { credentials }: { credentials: UserCredentials },
  ): Promise<RecordedIncident> {
    const { desk, incidents, rights } = this.#options;
    const incident = await incidents.find(key, credentials);
    const isBoard = await rights.mayDecide(incident, credentials);
    const isOwner = await rights.isOwner(incident, credentials);
    if (!isBoard && !isOwner) {
      throw new NotAllowedError(
        `Only the owners of ${incident.entityRef} and its board may change its incidents`,
      );
    }
    await this.#requireKnown(
      (patch as { causedBy?: unknown })?.causedBy,
      credentials,
    );
    const { userEntityRef: ref } = credentials.principal;
    await desk.edit(key, patch, { ref, isBoard, isOwner });
    return this.get(key, { credentials });
  }

  async decide(
    key: IncidentKey,
    proposalId: string,
    verdict: unknown,
    { credentials }: { credentials: UserCredentials },
  ): Promise<RecordedIncident> {
    const { desk, rights } = this.#options;
    const view = await this.get(key, { credentials });
    const { data, error } = verdictSchema.safeParse(verdict);
    if (error) {
      const { field, message } = describeIssues(error.issues, verdict);
      throw new InputError(`Invalid ${field || 'body'}: ${message}`);
    }
    const proposal = view.proposals.find(({ id }) => id === proposalId);
    const isOwnGain =
      data.decision === 'accepted' &&
      proposal !== undefined &&
      lightens(view, proposal) &&
      (await rights.isOwner(view, credentials));
    const isBoard = !isOwnGain && (await rights.mayDecide(view, credentials));
    if (!isBoard && !(await rights.receives(view, proposal, credentials))) {
      throw new NotAllowedError(
        `Only the board of ${view.entityRef} and whoever receives the incident may decide, and nobody who gains by it`,
      );
    }
    const { userEntityRef } = credentials.principal;
    if (proposal?.proposedBy === userEntityRef) {
      throw new NotAllowedError('Nobody decides on their own proposal');
    }
    if (data.decision === 'accepted' && proposal?.field === 'causedBy') {
      await this.#requireKnown(proposal.value, credentials);
    }
    const by = { ref: userEntityRef, isBoard };
    await desk.decide(key, proposalId, data, by);
    return this.get(key, { credentials });
  }

  /** Nobody answers for an incident of an entity that is not there, or not for the caller. */
  async #requireKnown(
    cause: unknown,
    credentials: UserCredentials,
  ): Promise<void> {
    const { data: ref } = causeField().safeParse(cause);
    if (ref === undefined || ref === EXTERNAL) {
      return;
    }
    const { access, index } = this.#options;
    const [known] = await index.readScoped([ref]);
    if (!known || !(await access.mayRead(ref, credentials))) {
      throw new InputError(
        `Invalid causedBy: expected an entity in scope or external, found ${ref.slice(
          0,
          60,
        )}`,
      );
    }
  }
}
