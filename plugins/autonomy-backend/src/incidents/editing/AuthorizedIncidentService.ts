import {
  autonomyIncidentClassifyPermission,
  type Incident,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type {
  BackstageCredentials,
  BackstageUserPrincipal,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';
import type { EntityIndexStore } from '../../entities';
import type { CatalogVisibility } from '../../evaluation';
import { describeIssues } from '../../ingestion/describeIssues';
import {
  requirePermission,
  type OwnerAccess,
  type ReadAccess,
} from '../../permissions';
import { causeField } from '../fields';
import {
  concerned,
  EXTERNAL,
  type IncidentKey,
} from '../record/IncidentRecord';
import { decodeCursor, encodeCursor } from './cursor';
import type { IncidentDesk } from './IncidentDesk';
import { verdictSchema } from './incidentPatchSchema';
import type { IncidentQueries, IncidentStretch } from './IncidentQueries';
import type { IncidentService } from './IncidentService';
import type {
  IncidentView,
  ListIncidentsRequest,
  ListIncidentsResponse,
  ProposalView,
} from './types';

type UserCredentials = BackstageCredentials<BackstageUserPrincipal>;

const DEFAULT_LIMIT = 20;
/** How many rows are shown to the catalog at once where it has to be asked about each. */
const ASK_SIZE = 200;

/**
 * @internal
 */
export interface IncidentServiceOptions {
  access: ReadAccess;
  /** Whether boards decide at all: without permissions everybody would have theirs. */
  boardsDecide: boolean;
  catalog: CatalogVisibility;
  desk: IncidentDesk;
  index: Pick<EntityIndexStore, 'readScoped'>;
  owners: OwnerAccess;
  permissions: PermissionsService;
  queries: IncidentQueries;
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

  async list(
    request: ListIncidentsRequest,
    { credentials }: { credentials: BackstageCredentials },
  ): Promise<ListIncidentsResponse> {
    const { cursor, limit = DEFAULT_LIMIT, ...filter } = request;
    const { access, queries } = this.#options;
    const after = cursor === undefined ? undefined : decodeCursor(cursor);
    const visibility = await access.visibility(credentials);
    if (visibility.kind === 'nothing') {
      return { items: [], pageInfo: {} };
    }
    const stretch: IncidentStretch = {
      ...filter,
      visible: visibility.criteria,
      after,
      // One more tells whether there is a further page.
      limit: limit + 1,
    };
    const rows = visibility.askCatalog
      ? await this.#listAsking(stretch, credentials)
      : await queries.list(stretch);
    const page = rows.slice(0, limit);
    return {
      items: await queries.viewsOf(page),
      pageInfo:
        rows.length > limit
          ? { nextCursor: encodeCursor(page[page.length - 1]) }
          : {},
    };
  }

  async get(
    key: IncidentKey,
    { credentials }: { credentials: BackstageCredentials },
  ): Promise<IncidentView> {
    const { queries } = this.#options;
    const incident = await this.#find(key, credentials);
    const [view] = await queries.viewsOf([incident]);
    return view;
  }

  async edit(
    key: IncidentKey,
    patch: unknown,
    { credentials }: { credentials: UserCredentials },
  ): Promise<IncidentView> {
    const incident = await this.#find(key, credentials);
    const isBoard = await this.#mayDecide(incident, credentials);
    if (!isBoard && !(await this.#isOwner(incident, credentials))) {
      throw new NotAllowedError(
        `Only the owners of ${incident.entityRef} and its board may change its incidents`,
      );
    }
    await this.#requireKnown((patch as { causedBy?: unknown })?.causedBy);
    const { userEntityRef: ref } = credentials.principal;
    await this.#options.desk.edit(key, patch, { ref, isBoard });
    return this.get(key, { credentials });
  }

  async decide(
    key: IncidentKey,
    proposalId: string,
    verdict: unknown,
    { credentials }: { credentials: UserCredentials },
  ): Promise<IncidentView> {
    const view = await this.get(key, { credentials });
    const { data, error } = verdictSchema.safeParse(verdict);
    if (error) {
      const { field, message } = describeIssues(error.issues, verdict);
      throw new InputError(`Invalid ${field || 'body'}: ${message}`);
    }
    const proposal = view.proposals.find(({ id }) => id === proposalId);
    if (
      !(await this.#mayDecide(view, credentials)) &&
      !(await this.#receives(proposal, credentials))
    ) {
      throw new NotAllowedError(
        `Only the board of ${view.entityRef} and whoever receives the incident may decide`,
      );
    }
    const { userEntityRef } = credentials.principal;
    if (proposal?.proposedBy === userEntityRef) {
      throw new NotAllowedError('Nobody decides on their own proposal');
    }
    if (data.decision === 'accepted' && proposal?.field === 'causedBy') {
      await this.#requireKnown(proposal.value);
    }
    await this.#options.desk.decide(key, proposalId, data, userEntityRef);
    return this.get(key, { credentials });
  }

  async #find(
    key: IncidentKey,
    credentials: BackstageCredentials,
  ): Promise<Incident> {
    const { access, queries } = this.#options;
    const incident = await queries.get(key);
    if (!incident || !(await access.mayRead(incident.entityRef, credentials))) {
      throw new NotFoundError(`No incident ${key.id} of source ${key.source}`);
    }
    return incident;
  }

  /** Whoever answers for it may write its review. */
  async #isOwner(
    incident: Incident,
    credentials: BackstageCredentials,
  ): Promise<boolean> {
    for (const ref of concerned(incident)) {
      if (await this.#options.owners.isOwner(credentials, ref)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the caller decides as the board. */
  async #mayDecide(
    { entityRef }: Pick<Incident, 'entityRef'>,
    credentials: BackstageCredentials,
  ): Promise<boolean> {
    const { boardsDecide, owners, permissions } = this.#options;
    if (
      !boardsDecide ||
      !(await owners.isBoardMember(credentials, entityRef))
    ) {
      return false;
    }
    try {
      await requirePermission(
        permissions,
        autonomyIncidentClassifyPermission,
        credentials,
      );
      return true;
    } catch (error) {
      if (error instanceof NotAllowedError) {
        return false;
      }
      throw error;
    }
  }

  /** Whether the caller would answer for the incident, and so may take it. */
  async #receives(
    proposal: Pick<ProposalView, 'field' | 'value'> | undefined,
    credentials: BackstageCredentials,
  ): Promise<boolean> {
    return (
      proposal?.field === 'causedBy' &&
      this.#options.owners.isOwner(credentials, proposal.value)
    );
  }

  /** Nobody answers for an incident of an entity that is not there. */
  async #requireKnown(cause: unknown): Promise<void> {
    const { data: ref } = causeField().safeParse(cause);
    if (ref === undefined || ref === EXTERNAL) {
      return;
    }
    const [known] = await this.#options.index.readScoped([ref]);
    if (!known) {
      throw new InputError(
        `Invalid causedBy: expected an entity in scope or external, found ${ref.slice(
          0,
          60,
        )}`,
      );
    }
  }

  /** Reads on until enough rows are found whose entities the catalog shows to the reader. */
  async #listAsking(
    stretch: IncidentStretch,
    credentials: BackstageCredentials,
  ): Promise<Incident[]> {
    const { catalog, queries } = this.#options;
    const found: Incident[] = [];
    let { after } = stretch;
    for (;;) {
      const rows = await queries.list({ ...stretch, after, limit: ASK_SIZE });
      const refs = new Set(rows.map(({ entityRef }) => entityRef));
      const readable = await catalog.readable([...refs], credentials);
      found.push(...rows.filter(({ entityRef }) => readable.has(entityRef)));
      if (found.length >= stretch.limit || rows.length < ASK_SIZE) {
        return found.slice(0, stretch.limit);
      }
      after = rows[rows.length - 1];
    }
  }
}
