import {
  autonomyGrantCreatePermission,
  type CompiledPolicy,
  type RecordedGrant,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { EntityIndexStore } from '../../entities';
import type { OwnerAccess } from '../../permissions';
import { isRevocable } from './GrantRevocations';
import { renewalRefusal } from './grantRules';
import type { ListedGrant } from './types';

/**
 * @internal
 */
export interface GrantViewsOptions {
  /** Whether boards decide at all. */
  boardsDecide: boolean;
  index: Pick<EntityIndexStore, 'readScoped'>;
  owners: Pick<OwnerAccess, 'claims'>;
  permissions: PermissionsService;
  policy: CompiledPolicy;
}

/**
 * Grants as a reader sees them, with what they may do.
 *
 * @internal
 */
export class GrantViews {
  readonly #options: GrantViewsOptions;

  static create(options: GrantViewsOptions): GrantViews {
    return new GrantViews(options);
  }

  private constructor(options: GrantViewsOptions) {
    this.#options = options;
  }

  /**
   * @param listed - of entities that the reader may read
   * @param now - UTC milliseconds
   */
  async of(
    listed: readonly ListedGrant[],
    credentials: BackstageCredentials,
    now: number,
  ): Promise<RecordedGrant[]> {
    if (listed.length === 0) {
      return [];
    }
    const { boardsDecide, index, owners } = this.#options;
    const refs = [...new Set(listed.map(({ entityRef }) => entityRef))];
    const scoped = new Map(
      (await index.readScoped(refs)).map(({ snapshot }) => [
        snapshot.entityRef,
        snapshot,
      ]),
    );
    const claims = await owners.claims(credentials);
    const sides = listed.map(({ boardRef, entityRef }) => {
      const { ownerRef } = scoped.get(entityRef) ?? {};
      const isOwner = ownerRef !== undefined && claims.has(ownerRef);
      return {
        isOwner,
        isOnBoard: !isOwner && boardsDecide && claims.has(boardRef),
      };
    });
    const permitted = await this.#permittedTo(
      listed.filter((_, n) => sides[n].isOwner || sides[n].isOnBoard),
      credentials,
    );
    return listed.map((grant, n) => {
      const { endsAt, renewals, ...recorded } = grant;
      const { isOnBoard, isOwner } = sides[n];
      const isPermitted = permitted.has(grant.entityRef);
      const chain = scoped.get(grant.entityRef)?.domainChain ?? [];
      const { policy } = this.#options.policy.forDomains(chain);
      const lifts = grant.right > grant.recommended;
      return {
        ...recorded,
        may: {
          revoke: isPermitted && isOnBoard && isRevocable(grant, now),
          renew:
            isPermitted &&
            (isOwner || isOnBoard) &&
            renewalRefusal({ ...grant, lifts }, policy, now) === undefined,
        },
      };
    });
  }

  /** Refs of the entities whose grants the reader may propose and end; asked for at once. */
  async #permittedTo(
    listed: readonly ListedGrant[],
    credentials: BackstageCredentials,
  ): Promise<Set<string>> {
    const refs = [...new Set(listed.map(({ entityRef }) => entityRef))];
    if (refs.length === 0) {
      return new Set();
    }
    const decisions = await this.#options.permissions.authorize(
      refs.map(resourceRef => ({
        permission: autonomyGrantCreatePermission,
        resourceRef,
      })),
      { credentials },
    );
    return new Set(
      refs.filter((_, n) => decisions[n].result === AuthorizeResult.ALLOW),
    );
  }
}
