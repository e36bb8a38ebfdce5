import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import type { FilterPredicate } from '@backstage/filter-predicates';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { inChunks, type Clock } from '../database';
import type { EntityIndexStore } from './EntityIndexStore';
import { indexEntity } from './indexEntity';

/** The knee of the catalog's throughput; larger pages only cost memory. */
const PAGE_SIZE = 2_000;
const REFS_PER_REQUEST = 500;
/** A sweep that returns less than this share of what was there is not believed. */
const PLAUSIBLE_SHARE = 0.9;
/** Below this many entities, shares say nothing. */
const SMALL_CATALOG = 20;

const VERSION_FIELDS = [
  'kind',
  'metadata.namespace',
  'metadata.name',
  'metadata.etag',
];

/**
 * What a complete sweep found.
 *
 * @internal
 */
export interface SweepOutcome {
  /** Entities of the catalog. */
  seen: number;
  /** New and changed ones. */
  changed: string[];
  deleted: string[];
}

/**
 * Compares the catalog with the index and brings the index up to date.
 *
 * @remarks
 *
 * The catalog publishes no changes, so all entity refs and etags are walked, and only what differs is
 * read in full. Every write is idempotent and committed page by page: a sweep that dies, or that meets
 * another one, leaves work for the next and nothing wrong. Deletions follow only from a complete
 * sweep that is not suspiciously short.
 *
 * @internal
 */
export class CatalogSweep {
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;
  readonly #clock: Clock;
  readonly #index: EntityIndexStore;
  readonly #logger: LoggerService;
  readonly #scope: FilterPredicate;

  static create(options: {
    auth: AuthService;
    catalog: CatalogService;
    clock: Clock;
    index: EntityIndexStore;
    logger: LoggerService;
    scope: FilterPredicate;
  }): CatalogSweep {
    return new CatalogSweep(options);
  }

  private constructor(options: Parameters<typeof CatalogSweep.create>[0]) {
    this.#auth = options.auth;
    this.#catalog = options.catalog;
    this.#clock = options.clock;
    this.#index = options.index;
    this.#logger = options.logger;
    this.#scope = options.scope;
  }

  /**
   * @throws whatever the catalog or the database throws; what was written until then stays
   */
  async run(signal?: AbortSignal): Promise<SweepOutcome> {
    const known = await this.#index.readVersions();
    const seen = new Set<string>();
    const stale: string[] = [];
    for await (const page of this.#walkVersions()) {
      signal?.throwIfAborted();
      for (const entity of page) {
        const ref = stringifyEntityRef(entity);
        seen.add(ref);
        const version = this.#index.versionOf(entity.metadata.etag ?? '');
        if (known.get(ref) !== version) {
          stale.push(ref);
        }
      }
    }

    const changed: string[] = [];
    for (const refs of inChunks(stale, REFS_PER_REQUEST)) {
      signal?.throwIfAborted();
      changed.push(...(await this.#refresh(refs)));
    }
    const deleted = await this.#forget(known, seen);
    return { seen: seen.size, changed, deleted };
  }

  async *#walkVersions(): AsyncGenerator<Entity[]> {
    let cursor: string | undefined;
    do {
      const page = await this.#catalog.queryEntities(
        {
          fields: VERSION_FIELDS,
          limit: PAGE_SIZE,
          ...(cursor ? { cursor } : { totalItems: 'exclude' }),
        },
        await this.#credentials(),
      );
      yield page.items;
      cursor = page.pageInfo.nextCursor;
    } while (cursor);
  }

  async #refresh(entityRefs: string[]): Promise<string[]> {
    const { items } = await this.#catalog.getEntitiesByRefs(
      { entityRefs },
      await this.#credentials(),
    );
    // Some may have been deleted since their page was read.
    const entities = items.flatMap(item =>
      item ? [indexEntity(item, this.#scope)] : [],
    );
    if (entities.length > 0) {
      await this.#index.putEntities(entities, await this.#clock.now());
    }
    return entities.map(entity => entity.entityRef);
  }

  async #forget(
    known: ReadonlyMap<string, unknown>,
    seen: ReadonlySet<string>,
  ): Promise<string[]> {
    const missing = [...known.keys()].filter(ref => !seen.has(ref));
    if (missing.length === 0) {
      return [];
    }
    const isPlausible =
      seen.size >= PLAUSIBLE_SHARE * known.size ||
      (known.size < SMALL_CATALOG && seen.size > 0);
    if (!isPlausible) {
      this.#logger.warn(
        `The catalog returned ${seen.size} entities where ${known.size} were known; none is taken for deleted`,
      );
      return [];
    }
    await this.#index.deleteEntities(missing, await this.#clock.now());
    return missing;
  }

  /** The suite's own, because the index has to hold what any of its readers may ask for. */
  async #credentials() {
    return { credentials: await this.#auth.getOwnServiceCredentials() };
  }
}
