import type {
  CompiledPolicy,
  ReadinessOverview,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { InputError, NotFoundError } from '@backstage/errors';
import type { CatalogVisibility } from '../CatalogVisibility';
import type { ReadScopes } from '../ReadScopes';
import type { ReadinessQueries } from './ReadinessQueries';
import type { ReadinessReader } from './ReadinessReader';
import { OWNING_KINDS } from './whereBelongsTo';

/**
 * @internal
 */
export interface ReadinessReaderOptions {
  catalog: CatalogVisibility;
  policy: CompiledPolicy;
  queries: ReadinessQueries;
  scopes: ReadScopes;
}

/**
 * Sums up for each reader what both permissions let them see. Where only the catalog can tell what that is,
 * nothing is counted.
 *
 * @internal
 */
export class AuthorizedReadinessReader implements ReadinessReader {
  readonly #options: ReadinessReaderOptions;

  static create(options: ReadinessReaderOptions): ReadinessReader {
    return new AuthorizedReadinessReader(options);
  }

  private constructor(options: ReadinessReaderOptions) {
    this.#options = options;
  }

  async ofOrganisation({
    credentials,
  }: {
    credentials: BackstageCredentials;
  }): Promise<ReadinessOverview> {
    return this.#rollUp(credentials);
  }

  async of(
    entityRef: string,
    { credentials }: { credentials: BackstageCredentials },
  ): Promise<ReadinessOverview> {
    const { kind } = parseEntityRef(entityRef);
    if (!OWNING_KINDS.includes(kind)) {
      throw new InputError(
        `Invalid kind: expected one of ${OWNING_KINDS.join(
          ', ',
        )}, found ${JSON.stringify(kind.slice(0, 60))}`,
      );
    }
    const { catalog } = this.#options;
    const known = await catalog.readable([entityRef], credentials);
    if (!known.has(entityRef)) {
      throw new NotFoundError(`No readiness of ${entityRef}`);
    }
    return { ref: entityRef, ...(await this.#rollUp(credentials, entityRef)) };
  }

  async #rollUp(
    credentials: BackstageCredentials,
    owner?: string,
  ): Promise<ReadinessOverview> {
    const { policy, queries, scopes } = this.#options;
    const { readable, visible } = await scopes.of(credentials);
    if (readable) {
      return { isWithheld: true };
    }
    const tally = await queries.read({ visible, owner });
    return { isWithheld: false, rollUp: tally.rollUp(policy.policy.readiness) };
  }
}
