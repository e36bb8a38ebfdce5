import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';

/**
 * Which of some entities the catalog shows to somebody.
 *
 * @internal
 */
export interface CatalogVisibility {
  readable(
    entityRefs: string[],
    credentials: BackstageCredentials,
  ): Promise<Set<string>>;
}

/**
 * Asks the catalog with the reader's own credentials.
 *
 * @internal
 */
export class DefaultCatalogVisibility implements CatalogVisibility {
  readonly #catalog: CatalogService;

  static create(options: { catalog: CatalogService }): CatalogVisibility {
    return new DefaultCatalogVisibility(options.catalog);
  }

  private constructor(catalog: CatalogService) {
    this.#catalog = catalog;
  }

  async readable(
    entityRefs: string[],
    credentials: BackstageCredentials,
  ): Promise<Set<string>> {
    const { items } = await this.#catalog.getEntitiesByRefs(
      { entityRefs, fields: ['kind'] },
      { credentials },
    );
    return new Set(entityRefs.filter((_, position) => items[position]));
  }
}
