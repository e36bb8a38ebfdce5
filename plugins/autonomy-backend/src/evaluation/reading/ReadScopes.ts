import type { EntityFilter } from '@aligned-autonomy/backstage-plugin-autonomy-node';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type { ReadAccess } from '../../permissions';
import type { CatalogVisibility } from './CatalogVisibility';

/**
 * What somebody may see, as queries need it.
 *
 * @internal
 */
export interface ReadScope {
  /** Conditions that the database can answer; all must hold. */
  visible: PermissionCriteria<EntityFilter>[];
  /** Which of some entities the catalog shows; absent where it need not be asked. */
  readable?: (entityRefs: string[]) => Promise<ReadonlySet<string>>;
  /** It is everything there is. */
  isEverything: boolean;
}

/** No alternative holds. */
const NOTHING = { anyOf: [] } as unknown as PermissionCriteria<EntityFilter>;

/**
 * @internal
 */
export class ReadScopes {
  readonly #access: ReadAccess;
  readonly #catalog: CatalogVisibility;

  static create(options: {
    access: ReadAccess;
    catalog: CatalogVisibility;
  }): ReadScopes {
    return new ReadScopes(options.access, options.catalog);
  }

  private constructor(access: ReadAccess, catalog: CatalogVisibility) {
    this.#access = access;
    this.#catalog = catalog;
  }

  async of(credentials: BackstageCredentials): Promise<ReadScope> {
    const visibility = await this.#access.visibility(credentials);
    if (visibility.kind === 'nothing') {
      return { visible: [NOTHING], isEverything: false };
    }
    const { askCatalog, criteria } = visibility;
    return {
      visible: criteria,
      readable: askCatalog
        ? refs => this.#catalog.readable(refs, credentials)
        : undefined,
      isEverything: !askCatalog && criteria.length === 0,
    };
  }
}
