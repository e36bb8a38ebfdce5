import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { inChunks } from '../../database';

/** How many refs the catalog is asked about at once. */
const ASK_SIZE = 200;

/**
 * What groups and domains are called, which the catalog tells those to whom it shows them.
 *
 * @internal
 */
export class BoardTitles {
  readonly #catalog: Pick<CatalogService, 'getEntitiesByRefs'>;

  static create(options: {
    catalog: Pick<CatalogService, 'getEntitiesByRefs'>;
  }): BoardTitles {
    return new BoardTitles(options.catalog);
  }

  private constructor(catalog: Pick<CatalogService, 'getEntitiesByRefs'>) {
    this.#catalog = catalog;
  }

  /** By ref, undefined for those without a title; what is not shown is left out. */
  async of(
    refs: readonly string[],
    credentials: BackstageCredentials,
  ): Promise<ReadonlyMap<string, string | undefined>> {
    const titles = new Map<string, string | undefined>();
    for (const entityRefs of inChunks([...new Set(refs)], ASK_SIZE)) {
      const { items } = await this.#catalog.getEntitiesByRefs(
        { entityRefs, fields: ['kind', 'metadata.title'] },
        { credentials },
      );
      items.forEach((found, position) => {
        if (found) {
          titles.set(entityRefs[position], found.metadata?.title);
        }
      });
    }
    return titles;
  }
}
