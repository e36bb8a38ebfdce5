import {
  autonomyPolicyReadPermission,
  policyFactSchemas,
  type CompiledPolicy,
  type KnownFacts,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { performance } from 'node:perf_hooks';
import { requirePermission } from '../../permissions';
import type { FactDeclarations } from '../FactDeclarations';
import type { FactSample, FactSamples } from './FactSamples';
import { knownFacts } from './knownFacts';
import type { KnownFactsReader } from './KnownFactsReader';

/** For how long a sample serves all who ask, in milliseconds. */
const MAX_AGE_MS = 60_000;

/**
 * @internal
 */
export interface KnownFactsReaderOptions {
  declarations: FactDeclarations;
  /** Milliseconds since some instant. */
  elapsed?: () => number;
  permissions: PermissionsService;
  policy: CompiledPolicy;
  samples: FactSamples;
}

/**
 * Tells those who may see what the policy is made of. A sample of what was reported serves everybody for a minute.
 *
 * @internal
 */
export class AuthorizedKnownFactsReader implements KnownFactsReader {
  readonly #options: KnownFactsReaderOptions;
  readonly #elapsed: () => number;
  #latest?: Promise<FactSample>;
  #takenAt = -Infinity;

  static create(options: KnownFactsReaderOptions): KnownFactsReader {
    return new AuthorizedKnownFactsReader(options);
  }

  private constructor(options: KnownFactsReaderOptions) {
    this.#options = options;
    this.#elapsed = options.elapsed ?? (() => performance.now());
  }

  async read({
    credentials,
  }: {
    credentials: BackstageCredentials;
  }): Promise<KnownFacts> {
    const { declarations, permissions, policy } = this.#options;
    await requirePermission(
      permissions,
      autonomyPolicyReadPermission,
      credentials,
    );
    const schemas = policyFactSchemas(policy.policy, declarations.schemas());
    return { items: knownFacts(schemas, await this.#sample()) };
  }

  #sample(): Promise<FactSample> {
    const now = this.#elapsed();
    if (!this.#latest || now - this.#takenAt >= MAX_AGE_MS) {
      this.#takenAt = now;
      this.#latest = this.#options.samples.take().catch(error => {
        this.#latest = undefined;
        throw error;
      });
    }
    return this.#latest;
  }
}
