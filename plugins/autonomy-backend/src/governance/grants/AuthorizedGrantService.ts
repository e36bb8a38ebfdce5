import {
  autonomyGrantCreatePermission,
  type EntitySnapshot,
  type ListGrantsRequest,
  type ListGrantsResponse,
  type RecordedGrant,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import type { Clock } from '../../database';
import type { ReadScopes } from '../../evaluation/reading';
import { entityRefField } from '../../ingestion';
import { readListPage } from '../../paging';
import type { ReadAccess } from '../../permissions';
import type { AsCaller } from '../AsCaller';
import type { AsUser } from '../AsUser';
import type { BoardAccess } from '../BoardAccess';
import { openedCursors, openedPosition } from '../openedOrder';
import { parseBody } from '../parseBody';
import { reasonSchema } from '../proposals/voteSchema';
import type { GrantDesk, GrantOpener } from './GrantDesk';
import type { GrantQueries } from './GrantQueries';
import type { GrantRevocations } from './GrantRevocations';
import { grantSchema, renewalSchema } from './grantSchema';
import type { GrantService } from './GrantService';
import type { GrantViews } from './GrantViews';
import type { ListedGrant } from './types';

const DEFAULT_LIMIT = 20;

/**
 * @internal
 */
export interface GrantServiceOptions {
  access: Pick<ReadAccess, 'mayRead'>;
  boards: BoardAccess;
  /** Decides in central areas, and where no domain's board does. */
  centralBoard?: string;
  clock: Clock;
  desk: GrantDesk;
  queries: GrantQueries;
  revocations: GrantRevocations;
  scopes: ReadScopes;
  views: GrantViews;
}

/**
 * Shows each reader the grants of what they may read, lets owners ask for some, and boards move and end them. What
 * somebody may not read does not exist for them.
 *
 * @internal
 */
export class AuthorizedGrantService implements GrantService {
  readonly #options: GrantServiceOptions;

  static create(options: GrantServiceOptions): GrantService {
    return new AuthorizedGrantService(options);
  }

  private constructor(options: GrantServiceOptions) {
    this.#options = options;
  }

  async list(
    request: ListGrantsRequest,
    { credentials }: AsCaller,
  ): Promise<ListGrantsResponse> {
    const { cursor, limit = DEFAULT_LIMIT, ...filter } = request;
    const { clock, queries, scopes, views } = this.#options;
    const { readable, visible } = await scopes.of(credentials);
    const now = await clock.now();
    const { pageInfo, rows } = await readListPage({
      cursor,
      cursors: openedCursors,
      limit,
      read: stretch => queries.list({ ...filter, ...stretch, visible }, now),
      positionOf: openedPosition,
      refOf: ({ entityRef }) => entityRef,
      readable,
    });
    return {
      items: await views.of(rows, credentials, now),
      pageInfo,
    };
  }

  async propose(body: unknown, as: AsUser): Promise<RecordedGrant> {
    const { boards, clock, desk } = this.#options;
    // One that names no entity is refused for that.
    const { data: ref } = entityRefField().safeParse(
      (body as { entityRef?: unknown } | undefined)?.entityRef,
    );
    const known = ref === undefined ? undefined : await boards.find(ref, as);
    if (known) {
      await this.#assertTakesPart(known, as);
    }
    const grant = parseBody(grantSchema(await clock.now()), body);
    const entity = known ?? (await boards.find(grant.entityRef, as));
    const area = desk.areaOf(grant.area);
    const boardRef = this.#boardOf(entity, area.ownedBy === 'central');
    const opener = await this.#openerOf(entity, boardRef, as);
    return this.#get(await desk.propose(grant, entity, opener), as);
  }

  async revoke(id: string, body: unknown, as: AsUser): Promise<RecordedGrant> {
    const { boards, revocations } = this.#options;
    const grant = await this.#find(id, as);
    const entity = await boards.find(grant.entityRef, as);
    await boards.assertDecides(
      entity,
      grant.boardRef,
      autonomyGrantCreatePermission,
      as,
      'revoke this grant',
    );
    const { reason } = parseBody(reasonSchema, body);
    const { userEntityRef: by } = as.credentials.principal;
    await revocations.revoke(grant, reason, entity, by);
    return this.#get(id, as);
  }

  async renew(id: string, body: unknown, as: AsUser): Promise<RecordedGrant> {
    const { boards, clock, desk } = this.#options;
    const grant = await this.#find(id, as);
    const entity = await boards.find(grant.entityRef, as);
    const opener = await this.#openerOf(entity, grant.boardRef, as);
    const renewal = parseBody(renewalSchema(await clock.now()), body);
    return this.#get(await desk.renew(id, renewal, entity, opener), as);
  }

  /** Before what was sent is looked at: who has no part in it is told nothing about it. */
  async #assertTakesPart(entity: EntitySnapshot, as: AsUser): Promise<void> {
    const { boards } = this.#options;
    const own = this.#boardOf(entity, false);
    const central = this.#boardOf(entity, true);
    const takesPart =
      (await boards.roleOf(entity, as, own)) ??
      (await boards.roleOf(entity, as, central));
    if (!takesPart) {
      throw new NotAllowedError(
        `Only the owners of ${entity.entityRef} and members of the board that decides may propose grants`,
      );
    }
  }

  /** Owners ask; members of the board that decides move. */
  async #openerOf(
    entity: EntitySnapshot,
    boardRef: string | undefined,
    as: AsUser,
  ): Promise<GrantOpener> {
    const { boards } = this.#options;
    const role = await boards.roleOf(entity, as, boardRef);
    if (!role) {
      throw new NotAllowedError(
        `Only the owners of ${entity.entityRef} and members of ${
          boardRef ?? 'the central board'
        } may propose this grant`,
      );
    }
    await boards.assertPermitted(
      entity.entityRef,
      autonomyGrantCreatePermission,
      as,
    );
    return {
      userRef: as.credentials.principal.userEntityRef,
      isOwner: role === 'owner',
    };
  }

  #boardOf(entity: EntitySnapshot, isCentral: boolean): string | undefined {
    const { centralBoard } = this.#options;
    return isCentral ? centralBoard : entity.boardRef ?? centralBoard;
  }

  async #get(id: string, { credentials }: AsUser): Promise<RecordedGrant> {
    const { clock, queries, views } = this.#options;
    const now = await clock.now();
    const grant = await queries.get(id, now);
    if (!grant) {
      // It left the scope just now.
      throw new NotFoundError(`No grant ${id}`);
    }
    const [view] = await views.of([grant], credentials, now);
    return view;
  }

  async #find(id: string, { credentials }: AsUser): Promise<ListedGrant> {
    const { access, clock, queries } = this.#options;
    const grant = await queries.get(id, await clock.now());
    if (!grant || !(await access.mayRead(grant.entityRef, credentials))) {
      throw new NotFoundError(`No grant ${id.slice(0, 100)}`);
    }
    return grant;
  }
}
