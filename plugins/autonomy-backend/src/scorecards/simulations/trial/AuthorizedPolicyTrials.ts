import {
  autonomySimulationCreatePermission,
  evaluate,
  settledPolicy,
  simulateEntity,
  type CompiledPolicy,
  type PolicyApplicability,
  type PolicyTrial,
  type PolicyTrialRequest,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { PermissionsService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import type { Clock } from '../../../database';
import type { EvaluationInputsOptions, LoadedInput } from '../../../evaluation';
import type { ReadScopes } from '../../../evaluation/reading';
import { TooManyRequestsError } from '../../../http/throttle';
import { requirePermission, type ReadAccess } from '../../../permissions';
import { inTurns } from '../../../tasks/inTurns';
import type { PolicyRegistry } from '../../registry';
import type { AsCaller } from '../SimulationService';
import { inputsOf } from '../worker';
import { Applicability } from './Applicability';
import { checksOf } from './checksOf';
import type { PolicyTrials } from './PolicyTrials';
import { checksIn, triedChecks } from './triedChecks';
import { walkVisible } from './walkVisible';

const ENTITIES_PER_TURN = 20;
/** Each goes through all entities, so that no more of them run in a process. */
const MOST_COUNTS = 2;
const COME_AGAIN_MS = 1_000;

/**
 * @internal
 */
export interface PolicyTrialsOptions
  extends Omit<EvaluationInputsOptions, 'policies'> {
  access: Pick<ReadAccess, 'mayRead'>;
  clock: Clock;
  permissions: PermissionsService;
  policies: PolicyRegistry;
  scopes: ReadScopes;
}

/**
 * Tries texts on what the caller may read. Nothing is stored.
 *
 * @internal
 */
export class AuthorizedPolicyTrials implements PolicyTrials {
  readonly #options: PolicyTrialsOptions;
  #counting = 0;

  static create(options: PolicyTrialsOptions): PolicyTrials {
    return new AuthorizedPolicyTrials(options);
  }

  private constructor(options: PolicyTrialsOptions) {
    this.#options = options;
  }

  async tryOn(
    { checkId, entityRef, yaml }: PolicyTrialRequest,
    options: AsCaller,
  ): Promise<PolicyTrial> {
    const { access, clock, policies } = this.#options;
    await this.#assertTries(options);
    if (!(await access.mayRead(entityRef, options.credentials))) {
      throw new NotFoundError(`No entity ${entityRef}`);
    }
    const { documents, issues, policy: draft } = policies.attempt(yaml);
    const { policy: current } = policies.current;
    const now = await clock.now();
    const loaded = await this.#load(entityRef, { current, draft }, now);
    if (!draft) {
      return { issues, checks: [] };
    }
    const { input, record: { state: prior } = {} } = loaded;
    const { domainChain = [] } = input.entity;
    const ids = checksIn(triedChecks(documents), domainChain);
    const at = Math.max(now, prior?.evaluatedAt ?? now);
    const evaluation = evaluate({ ...input, prior }, draft, at);
    return {
      issues: [],
      checks: checksOf(evaluation).filter(
        ({ id }) => ids.has(id) && (checkId === undefined || id === checkId),
      ),
      difference:
        prior &&
        simulateEntity(
          { ...input, prior },
          {
            current,
            currentSettled: settledPolicy(current),
            draft,
            draftSettled: settledPolicy(draft),
          },
          at,
        ),
    };
  }

  async countApplicable(
    yaml: string,
    options: AsCaller & { signal?: AbortSignal },
  ): Promise<PolicyApplicability> {
    await this.#assertTries(options);
    const { documents, issues, policy } = this.#options.policies.attempt(yaml);
    if (!policy) {
      return { issues, inScope: 0, selected: 0, checks: [], examples: [] };
    }
    if (this.#counting >= MOST_COUNTS) {
      throw new TooManyRequestsError(COME_AGAIN_MS);
    }
    this.#counting += 1;
    try {
      const now = await this.#options.clock.now();
      const tried = triedChecks(documents);
      const counts = Applicability.create({ now, policy, tried });
      await this.#addVisible(counts, options);
      return counts.result();
    } finally {
      this.#counting -= 1;
    }
  }

  async #addVisible(
    counts: Applicability,
    { credentials, signal }: AsCaller & { signal?: AbortSignal },
  ): Promise<void> {
    const { index, knex, scopes } = this.#options;
    const scope = await scopes.of(credentials);
    for await (const entityRefs of walkVisible(knex, scope)) {
      const entities = await index.readScoped(entityRefs);
      entities.sort((a, b) =>
        a.snapshot.entityRef < b.snapshot.entityRef ? -1 : 1,
      );
      for await (const entity of inTurns(entities, ENTITIES_PER_TURN)) {
        counts.add(entity);
      }
      if (signal?.aborted) {
        return;
      }
    }
  }

  /** @throws NotFoundError where it is not in scope */
  async #load(
    entityRef: string,
    policies: { current: CompiledPolicy; draft?: CompiledPolicy },
    now: number,
  ): Promise<LoadedInput> {
    const { current, draft = current } = policies;
    const inputs = inputsOf(this.#options, { current, draft });
    const [loaded] = await inputs.load([entityRef], now);
    if (!loaded) {
      throw new NotFoundError(`No entity ${entityRef}`);
    }
    return loaded;
  }

  async #assertTries({ credentials }: AsCaller): Promise<void> {
    const { permissions } = this.#options;
    await requirePermission(
      permissions,
      autonomySimulationCreatePermission,
      credentials,
    );
  }
}
