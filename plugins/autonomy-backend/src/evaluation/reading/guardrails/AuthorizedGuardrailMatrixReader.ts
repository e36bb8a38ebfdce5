import type {
  CompiledPolicy,
  GuardrailMatrix,
  GuardrailMatrixRequest,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { ReadScopes } from '../ReadScopes';
import type { SummaryContext } from '../summary';
import type { GuardrailMatrixQueries } from './GuardrailMatrixQueries';
import type { GuardrailMatrixReader } from './GuardrailMatrixReader';
import { guardrailsOf, namedGuardrails } from './namedGuardrails';

/** So that the answer stays small; nobody reads more rows than that. */
const MOST_GROUPS = 200;

/**
 * @internal
 */
export interface GuardrailMatrixReaderOptions {
  context: Pick<SummaryContext, 'titlesOf'>;
  policy: CompiledPolicy;
  queries: GuardrailMatrixQueries;
  scopes: ReadScopes;
}

/**
 * Counts for each reader what both permissions let them see. Where only the catalog can tell what that is,
 * nothing is counted.
 *
 * @internal
 */
export class AuthorizedGuardrailMatrixReader implements GuardrailMatrixReader {
  readonly #options: GuardrailMatrixReaderOptions;
  readonly #known: ReturnType<typeof guardrailsOf>;

  static create(options: GuardrailMatrixReaderOptions): GuardrailMatrixReader {
    return new AuthorizedGuardrailMatrixReader(options);
  }

  private constructor(options: GuardrailMatrixReaderOptions) {
    this.#options = options;
    this.#known = guardrailsOf(options.policy);
  }

  async read(
    request: GuardrailMatrixRequest,
    { credentials }: { credentials: BackstageCredentials },
  ): Promise<GuardrailMatrix> {
    const { context, queries, scopes } = this.#options;
    const { isEverything, readable, visible } = await scopes.of(credentials);
    if (readable) {
      return { isWithheld: true, guardrails: [], groups: [] };
    }
    const tally = await queries.read({ ...request, visible });
    const groups = tally.largest(MOST_GROUPS);
    // The title of a domain is a word of the catalog about another entity.
    const titles = isEverything
      ? await context.titlesOf(groups.flatMap(({ ref }) => ref ?? []))
      : new Map<string, string>();
    const guardrails = namedGuardrails(this.#known, tally.titles);
    return {
      isWithheld: false,
      guardrails,
      groups: groups.map(({ counts, entities, ref }) => ({
        ref,
        title: ref === undefined ? undefined : titles.get(ref),
        entities,
        counts: guardrails.map(({ id }) => counts.get(id) ?? {}),
      })),
      totalGroups: tally.totalGroups,
    };
  }
}
