import type { Needs } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type {
  BackstageCredentials,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import type { Clock } from '../database';
import { byUrgency } from './byUrgency';
import type { NeedsReader } from './NeedsReader';
import type { NeedsScope, NeedsScopes } from './NeedsScopes';
import type { NeedsSource } from './NeedsSource';

const MOST_NEEDS = 50;

/**
 * @internal
 */
export interface NeedsReaderOptions {
  clock: Clock;
  knex: Knex;
  scopes: NeedsScopes;
  sources: readonly NeedsSource[];
}

/**
 * Tells each reader what waits for them, as far as both permissions let them see it.
 *
 * @internal
 */
export class AuthorizedNeedsReader implements NeedsReader {
  readonly #options: NeedsReaderOptions;

  static create(options: NeedsReaderOptions): NeedsReader {
    return new AuthorizedNeedsReader(options);
  }

  private constructor(options: NeedsReaderOptions) {
    this.#options = options;
  }

  async read({
    credentials,
  }: {
    credentials: BackstageCredentials<BackstageUserPrincipal>;
  }): Promise<Needs> {
    const { clock, scopes, sources } = this.#options;
    const [now, scope] = await Promise.all([
      clock.now(),
      scopes.of(credentials),
    ]);
    const question = { scope, now, limit: MOST_NEEDS };
    const [totals, ...found] = await Promise.all([
      this.#count(scope),
      ...sources.map(source => source(question)),
    ]);
    const needs = found.flat().filter(({ count }) => count > 0);
    return {
      ...totals,
      items: byUrgency(
        needs.flatMap(({ items }) => items),
        now,
      ).slice(0, MOST_NEEDS),
      counts: Object.fromEntries(needs.map(({ count, kind }) => [kind, count])),
    };
  }

  /** The centre counts as one domain: it is that of whatever has none. */
  async #count(scope: NeedsScope): Promise<Pick<Needs, 'boards' | 'owned'>> {
    const { knex } = this.#options;
    const [owned, domains] = await Promise.all([
      knex
        .from(scope.owned().as('owned'))
        .count('* as total')
        .first<{ total: number | string }>(),
      knex('entity_context')
        .whereIn('entity_ref', scope.decided())
        .distinct('domain_ref'),
    ]);
    return { owned: Number(owned?.total), boards: domains.length };
  }
}
