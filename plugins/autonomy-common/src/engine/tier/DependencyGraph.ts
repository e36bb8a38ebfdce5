/** An entity as the blast radius sees it. @public */
export interface DependencyNode {
  entityRef: string;
  /** Catalog kind; only Components and Resources are counted. */
  kind: string;
  /** Its governance domain. */
  domainRef?: string;
  /** Entity refs it depends on; unknown ones are ignored. See {@link dependencyTargets}. */
  dependsOn: readonly string[];
}

/** What is hurt when an entity fails. Model section 10. @public */
export interface BlastRadius {
  /** Distinct Components and Resources that depend on it, directly or not. */
  dependents: number;
  /** Distinct governance domains among them. */
  domains: number;
}

const COUNTED_KINDS = new Set(['component', 'resource']);
const DEPENDENCY_RELATIONS = new Set([
  'dependsOn',
  'consumesApi',
  'apiProvidedBy',
  'hasPart',
]);

/**
 * What an entity depends on, from its catalog relations: `dependsOn`, `consumesApi`,
 * `apiProvidedBy` (an API on its provider) and `hasPart` (a System, or any other whole, on its parts).
 * @public
 */
export function dependencyTargets(
  relations: Iterable<{ type: string; targetRef: string }>,
): string[] {
  const targets = [...relations]
    .filter(({ type }) => DEPENDENCY_RELATIONS.has(type))
    .map(({ targetRef }) => targetRef);
  return [...new Set(targets)];
}

/** Numbers distinct names from 0. */
class Numbering {
  readonly #numbers = new Map<string, number>();

  get size(): number {
    return this.#numbers.size;
  }

  find(name: string): number | undefined {
    return this.#numbers.get(name);
  }

  add(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    this.#numbers.set(name, this.#numbers.size);
    return this.#numbers.size - 1;
  }
}

/**
 * Reverse dependencies of the whole catalog. Cycles are allowed. Building it takes time in
 * proportion to entities and relations, one blast radius in proportion to what it reaches.
 * @public
 */
export class DependencyGraph {
  readonly #refs = new Numbering();
  readonly #domains = new Numbering();
  readonly #dependents: number[][] = [];
  readonly #counted: boolean[] = [];
  /** Number of each node's domain; -1 for none. */
  readonly #domainOf: number[] = [];
  /** The last search that met each node or domain: saves clearing a set for every search. */
  readonly #met: Int32Array;
  readonly #metDomain: Int32Array;
  #search = 0;

  static create(nodes: Iterable<DependencyNode>): DependencyGraph {
    return new DependencyGraph([...nodes]);
  }

  private constructor(nodes: readonly DependencyNode[]) {
    for (const { entityRef, kind, domainRef } of nodes) {
      const node = this.#refs.add(entityRef);
      this.#dependents[node] = [];
      this.#counted[node] = COUNTED_KINDS.has(kind.toLocaleLowerCase('en-US'));
      this.#domainOf[node] = domainRef ? this.#domains.add(domainRef) : -1;
    }
    for (const { entityRef, dependsOn } of nodes) {
      for (const target of dependsOn) {
        const node = this.#refs.find(target);
        if (node === undefined) continue;
        this.#dependents[node].push(this.#refs.find(entityRef)!);
      }
    }
    this.#met = new Int32Array(this.#refs.size);
    this.#metDomain = new Int32Array(this.#domains.size);
  }

  /** Of an entity that is not in the graph: nothing. */
  blastRadius(entityRef: string): BlastRadius {
    const start = this.#refs.find(entityRef);
    const radius = { dependents: 0, domains: 0 };
    if (start === undefined) return radius;
    const search = ++this.#search;
    const queue = [start];
    this.#met[start] = search;
    for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
      for (const dependent of this.#dependents[node]) {
        if (this.#met[dependent] === search) continue;
        this.#met[dependent] = search;
        queue.push(dependent);
        this.#count(dependent, search, radius);
      }
    }
    return radius;
  }

  #count(node: number, search: number, radius: BlastRadius): void {
    if (!this.#counted[node]) return;
    radius.dependents++;
    const domain = this.#domainOf[node];
    if (domain < 0 || this.#metDomain[domain] === search) return;
    this.#metDomain[domain] = search;
    radius.domains++;
  }
}
