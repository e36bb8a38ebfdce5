import type {
  CompiledPolicy,
  Evaluation,
  RecordedExemption,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import { requestNotice, type NoticesStore } from '../../announcements';
import type { Clock } from '../../database';
import type { EntityIndexStore, ScopedEntity } from '../../entities';
import type { EvaluationsReader } from '../../evaluation/reading';
import { describeIssues, entityRefField } from '../../ingestion';
import { assertExemptible } from './assertExemptible';
import type { ExemptionQueries } from './ExemptionQueries';
import type { ExemptionRequests } from './ExemptionRequests';
import type { AsUser } from './ExemptionService';
import { requestSchema } from './requestSchema';

/**
 * @internal
 */
export interface ExemptionDeskOptions {
  clock: Clock;
  evaluations: Pick<EvaluationsReader, 'get'>;
  index: Pick<EntityIndexStore, 'readScoped'>;
  notices: Pick<NoticesStore, 'add'>;
  policy: CompiledPolicy;
  queries: ExemptionQueries;
  requests: ExemptionRequests;
}

/**
 * The rules of asking for an exemption, for callers who may.
 *
 * @internal
 */
export class ExemptionDesk {
  readonly #options: ExemptionDeskOptions;

  static create(options: ExemptionDeskOptions): ExemptionDesk {
    return new ExemptionDesk(options);
  }

  private constructor(options: ExemptionDeskOptions) {
    this.#options = options;
  }

  async request(
    body: unknown,
    { credentials }: AsUser,
  ): Promise<RecordedExemption> {
    const { clock, evaluations, notices, policy, requests } = this.#options;
    const now = await clock.now();
    const entity = await this.#find(body);
    // Overlays of the domains may allow less than the centre.
    const { maxDuration } = policy.forDomains(
      entity?.snapshot.domainChain ?? [],
    ).policy.exemptions;
    const { data, error } = requestSchema({ maxDuration, now }).safeParse(body);
    if (error) {
      const { field, message } = describeIssues(error.issues, body);
      throw new InputError(`Invalid ${field || 'body'}: ${message}`);
    }
    const { checkId, entityRef } = data;
    const evaluation = await evaluations.get(entityRef, { credentials });
    if (!entity || evaluation === undefined) {
      throw new NotFoundError(`No evaluation of ${entityRef}`);
    }
    const check = assertExemptible(
      checkId,
      JSON.parse(evaluation) as Evaluation,
      now,
    );
    const { userEntityRef: requestedBy } = credentials.principal;
    const asked = await requests.add(
      { ...data, requestedBy },
      now,
      (trx, id) => {
        const request = { ...data, id };
        const told = requestNotice(request, entity.snapshot, check.title);
        return notices.add(trx, told, now);
      },
    );
    if (asked.status === 'open') {
      throw new ConflictError(
        `Request ${asked.id} of ${new Date(
          asked.requestedAt,
        ).toISOString()} asks for the same and is not decided yet`,
      );
    }
    return this.#get(asked.id, now);
  }

  /** Taking back what was taken back changes nothing. */
  async withdraw(id: string): Promise<RecordedExemption> {
    const { clock, requests } = this.#options;
    const now = await clock.now();
    await requests.withdraw(id, now);
    const recorded = await this.#get(id, now);
    if (recorded.state !== 'withdrawn') {
      throw new ConflictError(
        `Exemption ${id} is decided already: it is ${recorded.state}`,
      );
    }
    return recorded;
  }

  async #get(id: string, now: number): Promise<RecordedExemption> {
    const recorded = await this.#options.queries.get(id, now);
    if (!recorded) {
      // It left the scope just now.
      throw new NotFoundError(`No exemption ${id}`);
    }
    return recorded;
  }

  /** The entity that somebody asks for; undefined where they name none. */
  async #find(body: unknown): Promise<ScopedEntity | undefined> {
    const { data: ref } = entityRefField().safeParse(
      (body as { entityRef?: unknown })?.entityRef,
    );
    const { index } = this.#options;
    const [entity] = ref === undefined ? [] : await index.readScoped([ref]);
    return entity;
  }
}
