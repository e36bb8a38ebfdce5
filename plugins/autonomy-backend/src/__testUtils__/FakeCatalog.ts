import type { Entity } from '@backstage/catalog-model';
import {
  catalogServiceMock,
  type CatalogServiceMock,
} from '@backstage/plugin-catalog-node/testUtils';

/** A catalog whose entities a test can change, and which can be out of order. */
export class FakeCatalog {
  readonly service: CatalogServiceMock;
  entities: Entity[];
  failure?: Error;

  constructor(entities: Entity[]) {
    this.entities = entities;
    const current = () => {
      if (this.failure) {
        throw this.failure;
      }
      return catalogServiceMock({ entities: this.entities });
    };
    this.service = catalogServiceMock.mock({
      queryEntities: async request => current().queryEntities(request),
      getEntitiesByRefs: async request => current().getEntitiesByRefs(request),
    });
  }

  remove(name: string): void {
    this.entities = this.entities.filter(e => e.metadata.name !== name);
  }
}
