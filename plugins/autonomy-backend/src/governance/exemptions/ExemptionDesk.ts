import type {
  CompiledPolicy,
  Evaluation,
  RecordedExemption,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { ConflictError, NotFoundError } from '@backstage/errors';
import type { Knex } from 'knex';
import { createTimedId } from '../../attestations/createTimedId';
import { inTransaction, type Clock } from '../../database';
import type { EntityIndexStore, ScopedEntity } from '../../entities';
import type { EvaluationMarks } from '../../evaluation';
import type { EvaluationsReader } from '../../evaluation/reading';
import { entityRefField } from '../../ingestion';
import type { AsUser } from '../AsUser';
import { parseBody } from '../parseBody';
import type { ProposalDesk } from '../proposals';
import { assertExemptible } from './assertExemptible';
import { assertRenewable } from './assertRenewable';
import type { ExemptionProposals } from './ExemptionProposals';
import type { ExemptionQueries } from './ExemptionQueries';
import type { ExemptionRequests } from './ExemptionRequests';
import { requestSchema } from './requestSchema';

/**
 * @internal
 */
export interface ExemptionDeskOptions {
  clock: Clock;
  desk: Pick<ProposalDesk, 'end'>;
  evaluations: Pick<EvaluationsReader, 'get'>;
  index: Pick<EntityIndexStore, 'readScoped'>;
  knex: Knex;
  marks: EvaluationMarks;
  policy: CompiledPolicy;
  proposals: ExemptionProposals;
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
    const { clock, evaluations, knex, marks, policy, proposals, requests } =
      this.#options;
    const now = await clock.now();
    const entity = await this.#find(body);
    // Overlays of the domains may allow less than the centre.
    const { maxDuration } = policy.forDomains(
      entity?.snapshot.domainChain ?? [],
    ).policy.exemptions;
    const asked = parseBody(requestSchema({ maxDuration, now }), body);
    const { checkId, entityRef } = asked;
    const evaluation = await evaluations.get(entityRef, { credentials });
    if (!entity || evaluation === undefined) {
      throw new NotFoundError(`No evaluation of ${entityRef}`);
    }
    assertExemptible(checkId, JSON.parse(evaluation) as Evaluation);
    const request = {
      ...asked,
      id: createTimedId(now),
      requestedAt: now,
      requestedBy: credentials.principal.userEntityRef,
    };
    await inTransaction(knex, async trx => {
      // Whoever asks for the same at the same moment waits here.
      await marks.mark(trx, [entityRef], now);
      const other = await requests.findOpen(trx, request, now);
      if (other) {
        throw new ConflictError(
          `Request ${other.id} of ${new Date(
            other.requestedAt,
          ).toISOString()} asks for the same and is not decided yet`,
        );
      }
      await assertRenewable(trx, request, { maxDuration, now });
      const opened = await proposals.open(trx, request, now);
      await requests.add(trx, { ...request, ...opened });
    });
    return this.get(request.id, now);
  }

  /** Taking back what was taken back changes nothing. */
  async withdraw(
    id: string,
    { credentials }: AsUser,
  ): Promise<RecordedExemption> {
    const { clock, desk, knex, marks, requests } = this.#options;
    const { userEntityRef: by } = credentials.principal;
    const now = await clock.now();
    const { entityRef, proposalId, state } = await this.get(id, now);
    if (state === 'requested') {
      await inTransaction(knex, async trx => {
        if (proposalId !== undefined) {
          await desk.end(trx, proposalId, { state: 'withdrawn', by }, now);
          return;
        }
        await marks.mark(trx, [entityRef], now);
        await requests.withdraw(trx, id, now);
      });
    }
    const recorded = await this.get(id, now);
    if (recorded.state !== 'withdrawn') {
      throw new ConflictError(
        `Exemption ${id} is decided already: it is ${recorded.state}`,
      );
    }
    return recorded;
  }

  /** @throws NotFoundError where it left the scope just now */
  async get(id: string, now: number): Promise<RecordedExemption> {
    const recorded = await this.#options.queries.get(id, now);
    if (!recorded) {
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
