import { RELATION_HAS_MEMBER } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import type { CatalogView } from './CatalogView';

/**
 * How much each owner has to look after; of the members, only their number.
 *
 * @internal
 */
export class TeamLoad {
  readonly #view: CatalogView;
  readonly #services: ReadonlyMap<string, number>;

  static create(view: CatalogView): TeamLoad {
    const services = new Map<string, number>();
    for (const { inScope, kind, ownerRef } of view.nodes()) {
      const isService = kind.toLocaleLowerCase('en-US') === 'component';
      if (inScope && isService && ownerRef) {
        services.set(ownerRef, (services.get(ownerRef) ?? 0) + 1);
      }
    }
    return new TeamLoad(view, services);
  }

  private constructor(
    view: CatalogView,
    services: ReadonlyMap<string, number>,
  ) {
    this.#view = view;
    this.#services = services;
  }

  /** Values of collector `team` for the entities of an owner. Without members nobody can tell the load. */
  facts(ownerRef: string): JsonObject {
    const services = this.#services.get(ownerRef) ?? 0;
    const members = this.#view
      .targets(ownerRef, RELATION_HAS_MEMBER)
      .filter(ref => ref.startsWith('user:')).length;
    return {
      services,
      members,
      ...(members > 0 && { load: services / members }),
    };
  }
}
