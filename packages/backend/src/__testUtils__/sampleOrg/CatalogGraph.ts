import {
  RELATION_API_CONSUMED_BY,
  RELATION_DEPENDENCY_OF,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  RELATION_PROVIDES_API,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';

/** How many characters, spaces aside, make a definition worth reading. */
const SHORTEST_DEFINITION = 40;

/** Questions to the relations of the whole catalog. */
export class CatalogGraph {
  readonly #entities: ReadonlyMap<string, Entity>;

  static create(entities: readonly Entity[]): CatalogGraph {
    return new CatalogGraph(
      new Map(entities.map(entity => [stringifyEntityRef(entity), entity])),
    );
  }

  private constructor(entities: ReadonlyMap<string, Entity>) {
    this.#entities = entities;
  }

  has(ref: string): boolean {
    return this.#entities.has(ref);
  }

  annotation(ref: string, name: string): string | undefined {
    return this.#entities.get(ref)?.metadata.annotations?.[name];
  }

  targets(ref: string, type: string, prefix: string = ''): string[] {
    const relations = this.#entities.get(ref)?.relations ?? [];
    return [
      ...new Set(
        relations
          .filter(r => r.type === type && r.targetRef.startsWith(prefix))
          .map(r => r.targetRef),
      ),
    ];
  }

  ownerOf(ref: string): string {
    return this.targets(ref, RELATION_OWNED_BY)[0];
  }

  systemOf(ref: string): string | undefined {
    return ref.startsWith('system:')
      ? ref
      : this.targets(ref, RELATION_PART_OF, 'system:')[0];
  }

  domainOf(ref: string): string | undefined {
    const system = this.systemOf(ref);
    return system && this.targets(system, RELATION_PART_OF, 'domain:')[0];
  }

  apisOf(ref: string) {
    const provided = this.targets(ref, RELATION_PROVIDES_API);
    return {
      provided,
      documented: provided.filter(a => this.#isDocumented(a)),
    };
  }

  /** Who depends on it, itself aside, directly or by consuming its APIs. */
  dependentsOf(ref: string) {
    const { provided, documented } = this.apisOf(ref);
    const all = new Set([
      ...this.targets(ref, RELATION_DEPENDENCY_OF),
      ...this.#consumersOf(provided),
    ]);
    all.delete(ref);
    const informed = new Set(this.#consumersOf(documented));
    const crossTeam = [...all].filter(
      other => this.ownerOf(other) !== this.ownerOf(ref),
    );
    return {
      total: all.size,
      crossTeam: crossTeam.length,
      crossTeamUndocumented: crossTeam.filter(other => !informed.has(other))
        .length,
    };
  }

  #consumersOf(apis: readonly string[]): string[] {
    return apis.flatMap(api => this.targets(api, RELATION_API_CONSUMED_BY));
  }

  #isDocumented(api: string): boolean {
    const definition = this.#entities.get(api)?.spec?.definition ?? '';
    return String(definition).replace(/\s/g, '').length >= SHORTEST_DEFINITION;
  }
}
