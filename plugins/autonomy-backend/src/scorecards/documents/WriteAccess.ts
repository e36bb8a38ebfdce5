import {
  autonomyOverlayWritePermission,
  autonomyPolicyWritePermission,
  autonomyScorecardWritePermission,
  splitPolicyDocuments,
  type PolicyDocumentKey,
  type PolicyDocumentKind,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import type { BasicPermission } from '@backstage/plugin-permission-common';
import type { DomainBoards } from '../../entities';
import { requirePermission, type OwnerAccess } from '../../permissions';

const PERMISSIONS: Record<PolicyDocumentKind, BasicPermission> = {
  policy: autonomyPolicyWritePermission,
  scorecard: autonomyScorecardWritePermission,
  overlay: autonomyOverlayWritePermission,
};

/**
 * Who may write which document: whoever has the permission for its kind; an overlay only with the board of its domain,
 * or the central one.
 *
 * @internal
 */
export class WriteAccess {
  readonly #options: Parameters<typeof WriteAccess.create>[0];

  static create(options: {
    boards: Pick<DomainBoards, 'boardOf'>;
    /** Whether boards decide at all: without permissions everybody would have theirs. */
    boardsDecide: boolean;
    centralBoard?: string;
    owners: Pick<OwnerAccess, 'claims'>;
    permissions: PermissionsService;
  }): WriteAccess {
    return new WriteAccess(options);
  }

  private constructor(options: Parameters<typeof WriteAccess.create>[0]) {
    this.#options = options;
  }

  /**
   * @param texts - of the document, as it was and is to be: an overlay needs the boards of all domains that they name
   * @throws NotAllowedError
   */
  async assertMayWrite(
    key: PolicyDocumentKey,
    texts: readonly (string | undefined)[],
    credentials: BackstageCredentials,
  ): Promise<void> {
    const { permissions } = this.#options;
    await requirePermission(permissions, PERMISSIONS[key.kind], credentials);
    if (key.kind === 'overlay') {
      const domains = texts.flatMap(domainsOf);
      await this.#assertDecides(key.name, new Set(domains), credentials);
    }
  }

  async #assertDecides(
    name: string,
    domains: ReadonlySet<string>,
    credentials: BackstageCredentials,
  ): Promise<void> {
    const { boards, boardsDecide, centralBoard, owners } = this.#options;
    const claims = await owners.claims(credentials);
    const isCentral = centralBoard !== undefined && claims.has(centralBoard);
    // One that names no domain yet is nobody's but the central board's.
    let decides = boardsDecide && (isCentral || domains.size > 0);
    for (const domain of isCentral ? [] : domains) {
      const board = await boards.boardOf(domain);
      decides &&= board !== undefined && claims.has(board);
    }
    if (!decides) {
      throw new NotAllowedError(
        `Only members of the board of its domain, or of the central board, may write overlay ${name}`,
      );
    }
  }
}

function domainsOf(yaml: string | undefined): string[] {
  return splitPolicyDocuments(yaml ?? '').flatMap(({ domain }) => domain ?? []);
}
