import type {
  Incident,
  IncidentKey,
  ListIncidentsRequest,
  ListIncidentsResponse,
  RecordedIncident,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import { z } from 'zod';
import type { CatalogVisibility } from '../../evaluation/reading';
import {
  createCursors,
  cursorText,
  placeSchema,
  readListPage,
} from '../../paging';
import type { ReadAccess } from '../../permissions';
import type { IncidentQueries } from './IncidentQueries';
import type { IncidentService } from './IncidentService';

const DEFAULT_LIMIT = 20;

const cursors = createCursors(
  placeSchema(
    z.strictObject({ startedAt: z.int(), source: cursorText, id: cursorText }),
  ),
);

/**
 * @internal
 */
export interface AuthorizedIncidentsOptions {
  access: ReadAccess;
  catalog: CatalogVisibility;
  queries: IncidentQueries;
}

/**
 * Shows each reader the incidents of what they may read.
 *
 * @internal
 */
export class AuthorizedIncidents
  implements Pick<IncidentService, 'get' | 'list'>
{
  readonly #options: AuthorizedIncidentsOptions;

  static create(options: AuthorizedIncidentsOptions): AuthorizedIncidents {
    return new AuthorizedIncidents(options);
  }

  private constructor(options: AuthorizedIncidentsOptions) {
    this.#options = options;
  }

  async list(
    request: ListIncidentsRequest,
    { credentials }: { credentials: BackstageCredentials },
  ): Promise<ListIncidentsResponse> {
    const { cursor, entity, limit = DEFAULT_LIMIT, ...filter } = request;
    const { access, catalog, queries } = this.#options;
    const visibility = await access.visibility(credentials);
    if (visibility.kind === 'nothing') {
      return { items: [], pageInfo: {} };
    }
    const { askCatalog, criteria } = visibility;
    const { pageInfo, rows } = await readListPage({
      cursor,
      cursors,
      limit,
      read: stretch =>
        queries.list({
          ...filter,
          ...stretch,
          entityRef: entity,
          visible: criteria,
        }),
      positionOf: ({ id, source, startedAt }) => ({ startedAt, source, id }),
      refOf: ({ entityRef }) => entityRef,
      readable: askCatalog
        ? refs => catalog.readable(refs, credentials)
        : undefined,
    });
    return {
      items: await queries.viewsOf(rows),
      pageInfo,
    };
  }

  async get(
    key: IncidentKey,
    { credentials }: { credentials: BackstageCredentials },
  ): Promise<RecordedIncident> {
    const incident = await this.find(key, credentials);
    const [view] = await this.#options.queries.viewsOf([incident]);
    return view;
  }

  /** @throws NotFoundError where there is none, or none for this reader */
  async find(
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
}
