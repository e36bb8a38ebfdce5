import type { EntitySnapshot } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { PermissionsService } from '@backstage/backend-plugin-api';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import type { ResourcePermission } from '@backstage/plugin-permission-common';
import type { EntityIndexStore } from '../entities';
import {
  requirePermissionFor,
  type OwnerAccess,
  type ReadAccess,
} from '../permissions';
import type { AsUser } from './AsUser';

/**
 * @internal
 */
export interface BoardAccessOptions {
  access: Pick<ReadAccess, 'mayRead'>;
  /** Whether boards decide at all: without permissions everybody would have theirs. */
  boardsDecide: boolean;
  index: Pick<EntityIndexStore, 'readScoped'>;
  owners: Pick<OwnerAccess, 'claims'>;
  permissions: PermissionsService;
}

/**
 * On which side of the table somebody sits. Who owns an entity asks, and does not decide about it, whatever boards they
 * are on.
 *
 * @internal
 */
export class BoardAccess {
  readonly #options: BoardAccessOptions;

  static create(options: BoardAccessOptions): BoardAccess {
    return new BoardAccess(options);
  }

  private constructor(options: BoardAccessOptions) {
    this.#options = options;
  }

  /** Whether boards decide at all. */
  get decides(): boolean {
    return this.#options.boardsDecide;
  }

  /**
   * An entity in scope that the caller may read.
   *
   * @throws NotFoundError for any other
   */
  async find(
    entityRef: string,
    { credentials }: AsUser,
  ): Promise<EntitySnapshot> {
    const { access, index } = this.#options;
    const [entity] = await index.readScoped([entityRef]);
    if (!entity || !(await access.mayRead(entityRef, credentials))) {
      throw new NotFoundError(`No entity ${entityRef}`);
    }
    return entity.snapshot;
  }

  /**
   * What somebody is to an entity: `owner` before everything else.
   *
   * @param boardRef - the board that decides; that of the entity unless told
   */
  async roleOf(
    { boardRef: own, ownerRef }: Pick<EntitySnapshot, 'boardRef' | 'ownerRef'>,
    { credentials }: AsUser,
    boardRef: string | undefined = own,
  ): Promise<'owner' | 'board' | undefined> {
    const { boardsDecide, owners } = this.#options;
    const claims = await owners.claims(credentials);
    if (ownerRef !== undefined && claims.has(ownerRef)) {
      return 'owner';
    }
    return boardsDecide && boardRef !== undefined && claims.has(boardRef)
      ? 'board'
      : undefined;
  }

  /**
   * @param what - what they want, after "may"
   * @throws NotAllowedError for anybody but a member of the board that owns nothing of it and has the permission
   */
  async assertDecides(
    entity: EntitySnapshot,
    boardRef: string,
    permission: ResourcePermission,
    as: AsUser,
    what: string,
  ): Promise<void> {
    const role = await this.roleOf(entity, as, boardRef);
    if (role === 'owner') {
      throw new NotAllowedError(
        `Only members of ${boardRef} who do not own ${entity.entityRef} may ${what}`,
      );
    }
    if (role !== 'board') {
      throw new NotAllowedError(
        this.#options.boardsDecide
          ? `Only members of ${boardRef} may ${what}`
          : `Nobody may ${what} while permissions are off: boards decide only with permission.enabled or autonomy.boardsWithoutPermissions`,
      );
    }
    await this.assertPermitted(entity.entityRef, permission, as);
  }

  /** @throws NotAllowedError for anybody but an owner with the permission */
  async assertOwns(
    entity: EntitySnapshot,
    permission: ResourcePermission,
    as: AsUser,
    what: string,
  ): Promise<void> {
    if ((await this.roleOf(entity, as)) !== 'owner') {
      throw new NotAllowedError(
        `Only the owners of ${entity.entityRef} may ${what}`,
      );
    }
    await this.assertPermitted(entity.entityRef, permission, as);
  }

  /** @throws NotAllowedError without it */
  async assertPermitted(
    entityRef: string,
    permission: ResourcePermission,
    { credentials }: AsUser,
  ): Promise<void> {
    await requirePermissionFor(
      this.#options.permissions,
      permission,
      [entityRef],
      credentials,
    );
  }
}
