import {
  autonomyAuditManagePermission,
  type AuditRatingsResponse,
  type CompiledPolicy,
  type DecisionRight,
  type Evaluation,
  type ListAuditsRequest,
  type ListAuditsResponse,
  type RecordedAudit,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { ConflictError, isError, NotAllowedError } from '@backstage/errors';
import { z } from 'zod';
import type { Clock } from '../../database';
import type { EvaluationsReader, ReadScopes } from '../../evaluation/reading';
import {
  createCursors,
  cursorText,
  placeSchema,
  readListPage,
} from '../../paging';
import type { AsCaller } from '../AsCaller';
import type { AsUser } from '../AsUser';
import type { BoardAccess } from '../BoardAccess';
import { parseBody } from '../parseBody';
import type { AuditDesk } from './AuditDesk';
import type { AuditQueries } from './AuditQueries';
import {
  agreementSchema,
  newAuditSchema,
  ratingSchema,
  ratingsSchema,
} from './auditSchemas';
import type { AuditService } from './AuditService';
import type { AuditSeats } from './AuditSeats';
import type { AuditView } from './AuditView';
import { newAudit } from './newAudit';

const DEFAULT_LIMIT = 20;
const REFUSALS = new Set(['ConflictError', 'NotAllowedError', 'NotFoundError']);

const cursors = createCursors(
  placeSchema(z.strictObject({ dueAt: z.int(), id: cursorText })),
);

/**
 * @internal
 */
export interface AuditServiceOptions {
  boards: BoardAccess;
  /** Who decides where no domain's board does. */
  centralBoard?: string;
  clock: Clock;
  desk: AuditDesk;
  evaluations: Pick<EvaluationsReader, 'get'>;
  policy: CompiledPolicy;
  queries: AuditQueries;
  scopes: ReadScopes;
  seats: AuditSeats;
  view: AuditView;
}

/**
 * Shows each reader the audits of what they may read, and lets owners and members of boards hold them. What somebody
 * may not read does not exist for them.
 *
 * @internal
 */
export class AuthorizedAuditService implements AuditService {
  readonly #options: AuditServiceOptions;

  static create(options: AuditServiceOptions): AuditService {
    return new AuthorizedAuditService(options);
  }

  private constructor(options: AuditServiceOptions) {
    this.#options = options;
  }

  async list(
    request: ListAuditsRequest,
    { credentials }: AsCaller,
  ): Promise<ListAuditsResponse> {
    const { cursor, limit = DEFAULT_LIMIT, ...filter } = request;
    const { clock, queries, scopes, view } = this.#options;
    const { readable, visible } = await scopes.of(credentials);
    const now = await clock.now();
    const { pageInfo, rows } = await readListPage({
      cursor,
      cursors,
      limit,
      read: stretch => queries.list({ ...filter, ...stretch, visible }, now),
      positionOf: ({ dueAt, id }) => ({ dueAt, id }),
      refOf: ({ entityRef }) => entityRef,
      readable,
    });
    return {
      items: await view.of(rows, { credentials }),
      pageInfo,
    };
  }

  async get(id: string, { credentials }: AsCaller): Promise<RecordedAudit> {
    const { seats, view } = this.#options;
    const audit = await seats.find(id, { credentials });
    const [shown] = await view.of([audit], { credentials });
    return shown;
  }

  async open(body: unknown, options: AsUser): Promise<RecordedAudit> {
    const { boards, centralBoard, clock, desk, policy } = this.#options;
    const { entityRef, reason } = parseBody(newAuditSchema(), body);
    const entity = await boards.find(entityRef, options);
    const boardRef = entity.boardRef ?? centralBoard;
    if (!(await boards.roleOf(entity, options, boardRef))) {
      throw new NotAllowedError(
        `Only the owners of ${entityRef} and members of its board may open an audit of it`,
      );
    }
    await boards.assertPermitted(
      entityRef,
      autonomyAuditManagePermission,
      options,
    );
    if (boardRef === undefined || !boards.decides) {
      throw new ConflictError(
        boards.decides
          ? `No board decides for ${entityRef}: its domain has none, and autonomy.centralBoard is not set`
          : 'No board takes part while permissions are off: boards decide only with permission.enabled or autonomy.boardsWithoutPermissions',
      );
    }
    const now = await clock.now();
    const { auditsDueAfter } = policy.forDomains(entity.domainChain ?? [])
      .policy.governance;
    const { userEntityRef: openedBy } = options.credentials.principal;
    const audit = newAudit(
      {
        ...{ entityRef, boardRef, reason, openedBy, cause: 'asked' },
        domainRef: entity.domainRef,
        dueAt: now + auditsDueAfter,
      },
      now,
    );
    await desk.open({ ...audit, openedBy }, now);
    return this.get(audit.id, options);
  }

  async rate(
    id: string,
    body: unknown,
    options: AsUser,
  ): Promise<RecordedAudit> {
    const { desk, seats } = this.#options;
    const { areas, audit, side } = await seats.take(id, options);
    const rating = parseBody(ratingSchema(areas), body);
    const { userEntityRef: ratedBy } = options.credentials.principal;
    await desk.rate(id, audit.entityRef, side, { ...rating, ratedBy });
    return this.get(id, options);
  }

  async rateAll(body: unknown, options: AsUser): Promise<AuditRatingsResponse> {
    const { ids, note } = parseBody(ratingsSchema(), body);
    const results: AuditRatingsResponse['results'] = [];
    for (const id of ids) {
      try {
        const audit = await this.#rateAsRecommended(id, note, options);
        results.push({ id, status: 'accepted', audit });
      } catch (error) {
        if (!isError(error) || !REFUSALS.has(error.name)) {
          throw error;
        }
        results.push({ id, status: 'refused', error: error.message });
      }
    }
    return { results };
  }

  async agree(
    id: string,
    body: unknown,
    options: AsUser,
  ): Promise<RecordedAudit> {
    const { clock, desk, seats } = this.#options;
    const { areas, audit } = await seats.takeBoard(id, options);
    const now = await clock.now();
    const agreement = parseBody(agreementSchema({ areas, now }), body);
    const { userEntityRef } = options.credentials.principal;
    await desk.agree(id, audit.entityRef, agreement, userEntityRef);
    return this.get(id, options);
  }

  async #rateAsRecommended(
    id: string,
    note: string | undefined,
    options: AsUser,
  ): Promise<RecordedAudit> {
    const { desk, evaluations, seats } = this.#options;
    const { areas, audit, side } = await seats.take(id, options);
    const body = await evaluations.get(audit.entityRef, options);
    const ratings = recommendedBy(body, areas);
    if (!ratings) {
      throw new ConflictError(
        `${audit.entityRef} is not evaluated by the present policy yet; please try again in a minute`,
      );
    }
    const { userEntityRef: ratedBy } = options.credentials.principal;
    await desk.rate(id, audit.entityRef, side, { note, ratedBy, ratings });
    return this.get(id, options);
  }
}

/**
 * What is recommended in each of the areas.
 *
 * @param body - a result as it is sent
 * @returns undefined where it leaves any of them out
 */
function recommendedBy(
  body: string | undefined,
  areas: readonly string[],
): Record<string, DecisionRight> | undefined {
  const { rights = [] }: Partial<Evaluation> = JSON.parse(body ?? '{}');
  const recommended = new Map(
    rights.map(({ area, recommended: right }) => [area, right]),
  );
  return areas.every(area => recommended.has(area))
    ? Object.fromEntries(areas.map(area => [area, recommended.get(area)!]))
    : undefined;
}
