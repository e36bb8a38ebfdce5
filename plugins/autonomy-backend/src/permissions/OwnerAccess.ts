import type {
  AuthService,
  BackstageCredentials,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import type { EntityIndexStore } from '../entities';

/**
 * Who speaks for an entity: its owners, and the board of its governance domain.
 *
 * @remarks
 *
 * This is belonging, not permission: callers ask for the permission besides. A service belongs to no
 * group, so it speaks for nobody.
 *
 * @internal
 */
export class OwnerAccess {
  readonly #auth: AuthService;
  readonly #index: Pick<EntityIndexStore, 'readScoped'>;
  readonly #userInfo: UserInfoService;

  static create(options: {
    auth: AuthService;
    index: Pick<EntityIndexStore, 'readScoped'>;
    userInfo: UserInfoService;
  }): OwnerAccess {
    return new OwnerAccess(options);
  }

  private constructor(options: Parameters<typeof OwnerAccess.create>[0]) {
    this.#auth = options.auth;
    this.#index = options.index;
    this.#userInfo = options.userInfo;
  }

  /** What the caller belongs to, the account itself included; empty for whoever is no user. */
  async claims(
    credentials: BackstageCredentials,
  ): Promise<ReadonlySet<string>> {
    if (!this.#auth.isPrincipal(credentials, 'user')) {
      return new Set();
    }
    const { ownershipEntityRefs } = await this.#userInfo.getUserInfo(
      credentials,
    );
    // The index spells refs so; what a sign-in resolver gives need not be.
    return new Set(
      ownershipEntityRefs.map(ref => ref.toLocaleLowerCase('en-US')),
    );
  }

  /** Whether the caller belongs to the owner of an entity in scope. */
  async isOwner(
    credentials: BackstageCredentials,
    entityRef: string,
  ): Promise<boolean> {
    const [claims, entity] = await this.#ask(credentials, entityRef);
    const ownerRef = entity?.snapshot.ownerRef;
    return ownerRef !== undefined && claims.has(ownerRef);
  }

  /** Whether the caller belongs to the board that decides for an entity in scope. */
  async isBoardMember(
    credentials: BackstageCredentials,
    entityRef: string,
  ): Promise<boolean> {
    const [claims, entity] = await this.#ask(credentials, entityRef);
    const boardRef = entity?.snapshot.boardRef;
    return boardRef !== undefined && claims.has(boardRef);
  }

  async #ask(credentials: BackstageCredentials, entityRef: string) {
    const [claims, [entity]] = await Promise.all([
      this.claims(credentials),
      this.#index.readScoped([entityRef]),
    ]);
    return [claims, entity] as const;
  }
}
