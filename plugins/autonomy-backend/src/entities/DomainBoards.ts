import { RELATION_PART_OF } from '@backstage/catalog-model';
import type { Knex } from 'knex';
import type { AutonomyConfig } from '../config';
import {
  boardOf,
  CatalogView,
  domainChainOf,
  type EntityNode,
} from './context';
import { toNode, type EntityRow } from './rows';
import type { EntityRelation } from './types';

/** Subdomains of subdomains; whoever writes more has made a mistake. */
const MOST_LEVELS = 20;

/**
 * Which board decides for a governance domain itself, whether or not anything in it is in scope.
 *
 * @internal
 */
export class DomainBoards {
  readonly #knex: Knex;
  readonly #settings: Pick<AutonomyConfig, 'boards' | 'centralBoard'>;

  static create(options: {
    knex: Knex;
    settings: Pick<AutonomyConfig, 'boards' | 'centralBoard'>;
  }): DomainBoards {
    return new DomainBoards(options);
  }

  private constructor(options: Parameters<typeof DomainBoards.create>[0]) {
    this.#knex = options.knex;
    this.#settings = options.settings;
  }

  /** The nearest board of the domain and those around it, else the central one. */
  async boardOf(domainRef: string): Promise<string | undefined> {
    const { boards, centralBoard } = this.#settings;
    const view = CatalogView.create(await this.#readChain(domainRef));
    const chain = domainChainOf(view, domainRef);
    return boardOf(view, chain, boards) ?? centralBoard;
  }

  async #readChain(domainRef: string): Promise<EntityNode[]> {
    const nodes = new Map<string, EntityNode>();
    let refs = [domainRef];
    for (let level = 0; level < MOST_LEVELS && refs.length > 0; level++) {
      const found = await this.#readNodes(refs);
      found.forEach(node => nodes.set(node.entityRef, node));
      refs = found
        .flatMap(({ relations }) => relations)
        .map(({ targetRef }) => targetRef)
        .filter(ref => ref.startsWith('domain:') && !nodes.has(ref));
    }
    return [...nodes.values()];
  }

  async #readNodes(refs: readonly string[]): Promise<EntityNode[]> {
    const rows = await this.#knex<EntityRow>('entities').whereIn(
      'entity_ref',
      refs,
    );
    const relations = await this.#knex('entity_relations')
      .whereIn('source_ref', refs)
      .where('type', RELATION_PART_OF);
    return rows.map(row =>
      toNode(
        row,
        relations
          .filter(({ source_ref: source }) => source === row.entity_ref)
          .map(
            ({ target_ref: targetRef, type }): EntityRelation => ({
              type,
              targetRef,
            }),
          ),
      ),
    );
  }
}
