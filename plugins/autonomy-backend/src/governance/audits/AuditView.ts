import {
  autonomyAuditManagePermission,
  type AuditSide,
  type RecordedAudit,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { OwnerAccess } from '../../permissions';
import type { ListedAudit } from './types';

const SIDES: readonly AuditSide[] = ['team', 'board'];

/**
 * @internal
 */
export interface AuditViewOptions {
  /** Whether boards decide at all: without permissions everybody would have theirs. */
  boardsDecide: boolean;
  owners: Pick<OwnerAccess, 'claims'>;
  permissions: PermissionsService;
}

/**
 * Audits as somebody may see them: what the other side said only when both have rated.
 *
 * @internal
 */
export class AuditView {
  readonly #options: AuditViewOptions;

  static create(options: AuditViewOptions): AuditView {
    return new AuditView(options);
  }

  private constructor(options: AuditViewOptions) {
    this.#options = options;
  }

  /**
   * @param audits - of entities that the caller may read
   * @returns in the same order
   */
  async of(
    audits: readonly ListedAudit[],
    { credentials }: { credentials: BackstageCredentials },
  ): Promise<RecordedAudit[]> {
    const claims = await this.#options.owners.claims(credentials);
    const sides = audits.map(audit => this.#sideOf(audit, claims));
    const permitted = await this.#permitted(
      audits.filter((_, index) => sides[index]),
      credentials,
    );
    return audits.map((audit, index) =>
      toRecorded(audit, sides[index], permitted.has(audit.entityRef)),
    );
  }

  /** Who owns an entity speaks for the team, whatever boards they are on. */
  #sideOf(
    { boardRef, ownerRef }: ListedAudit,
    claims: ReadonlySet<string>,
  ): AuditSide | undefined {
    if (ownerRef !== undefined && claims.has(ownerRef)) {
      return 'team';
    }
    return this.#options.boardsDecide && claims.has(boardRef)
      ? 'board'
      : undefined;
  }

  async #permitted(
    audits: readonly ListedAudit[],
    credentials: BackstageCredentials,
  ): Promise<Set<string>> {
    const refs = [...new Set(audits.map(({ entityRef }) => entityRef))];
    if (refs.length === 0) {
      return new Set();
    }
    const decisions = await this.#options.permissions.authorize(
      refs.map(resourceRef => ({
        permission: autonomyAuditManagePermission,
        resourceRef,
      })),
      { credentials },
    );
    return new Set(
      refs.filter(
        (_, index) => decisions[index].result === AuthorizeResult.ALLOW,
      ),
    );
  }
}

function toRecorded(
  audit: ListedAudit,
  own: AuditSide | undefined,
  isPermitted: boolean,
): RecordedAudit {
  const { ratings, state } = audit;
  const rated = SIDES.filter(side => ratings[side]);
  const shown = (side: AuditSide) =>
    rated.length === SIDES.length || side === own ? ratings[side] : undefined;
  const mayRate =
    isPermitted && state === 'rating' && own !== undefined && !ratings[own];
  return {
    id: audit.id,
    entityRef: audit.entityRef,
    entityTitle: audit.entityTitle,
    domainRef: audit.domainRef,
    boardRef: audit.boardRef,
    quarter: audit.quarter,
    cause: audit.cause,
    reason: audit.reason,
    openedAt: audit.openedAt,
    openedBy: audit.openedBy,
    dueAt: audit.dueAt,
    state,
    rated,
    team: shown('team'),
    board: shown('board'),
    comparison: audit.comparison,
    agreed: audit.agreed,
    agreedAt: audit.agreedAt,
    agreedBy: audit.agreedBy,
    summary: audit.summary,
    actions: audit.actions,
    predecessorId: audit.predecessorId,
    followUpId: audit.followUpId,
    may: {
      rate: mayRate ? own : undefined,
      agree: isPermitted && own === 'board' && state === 'comparing',
    },
  };
}
