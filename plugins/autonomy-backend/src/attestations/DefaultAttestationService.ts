import type {
  BatchItemResult,
  BatchResponse,
  CompiledPolicy,
  NewAttestation,
  RecordedAttestation,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { NotFoundError } from '@backstage/errors';
import type { Clock } from '../database';
import type { EntityIndexStore, ScopedEntity } from '../entities';
import { describeIssues } from '../ingestion/describeIssues';
import { toBatchResponse } from '../ingestion/toBatchResponse';
import { attestationItemSchema } from './attestationItemSchema';
import type { AsUser, AttestationService } from './AttestationService';
import type { AttestationsStore } from './AttestationsStore';
import { findCheckMistake } from './findCheckMistake';
import type { SignedAttestation } from './types';
import { viewsOf } from './viewsOf';

type Judged =
  | { answer: SignedAttestation }
  | { error: NonNullable<BatchItemResult['error']> };

/**
 * @internal
 */
export interface AttestationServiceOptions {
  clock: Clock;
  index: Pick<EntityIndexStore, 'readScoped'>;
  policy: CompiledPolicy;
  store: AttestationsStore;
}

/**
 * The rules of answering, for callers who may.
 *
 * @internal
 */
export class DefaultAttestationService implements AttestationService {
  readonly #options: AttestationServiceOptions;

  static create(options: AttestationServiceOptions): DefaultAttestationService {
    return new DefaultAttestationService(options);
  }

  private constructor(options: AttestationServiceOptions) {
    this.#options = options;
  }

  async attest(
    items: readonly unknown[],
    { credentials }: AsUser,
  ): Promise<BatchResponse> {
    const { clock, store } = this.#options;
    const now = await clock.now();
    const judged = await this.#judge(
      items,
      credentials.principal.userEntityRef,
      now,
    );
    const { results } = await store.add(
      judged.flatMap(one => ('answer' in one ? [one.answer] : [])),
      now,
    );

    let stored = 0;
    return toBatchResponse(
      judged.map((one, index) =>
        'answer' in one
          ? { index, ...results[stored++] }
          : { index, status: 'rejected', error: one.error },
      ),
    );
  }

  async withdraw(id: string): Promise<RecordedAttestation> {
    const { clock, store } = this.#options;
    const now = await clock.now();
    await store.withdraw(id, now);
    const answer = await store.get(id);
    const views = answer ? await this.#views(answer.entityRef, now) : [];
    const view = views.find(one => one.id === id);
    if (!view) {
      throw new NotFoundError(`No attestation ${id}`);
    }
    return view;
  }

  async list(entityRef: string): Promise<RecordedAttestation[]> {
    return this.#views(entityRef, await this.#options.clock.now());
  }

  async #views(entityRef: string, now: number): Promise<RecordedAttestation[]> {
    return viewsOf(await this.#options.store.list(entityRef), now);
  }

  async #judge(
    items: readonly unknown[],
    attestedBy: string,
    now: number,
  ): Promise<Judged[]> {
    const schema = attestationItemSchema({ now });
    const parsed = items.map(item => schema.safeParse(item));
    const refs = parsed.flatMap(({ data }) => (data ? [data.entityRef] : []));
    const scoped = await this.#options.index.readScoped([...new Set(refs)]);
    const entities = new Map(scoped.map(e => [e.snapshot.entityRef, e]));
    const answered = new Set<string>();

    return parsed.map(({ data, error }, index): Judged => {
      if (!data) {
        return { error: describeIssues(error!.issues, items[index]) };
      }
      const entity = entities.get(data.entityRef);
      const ownerRef = entity?.snapshot.ownerRef;
      const mistake = this.#mistakeOf(data, entity, answered, now);
      return mistake || !ownerRef
        ? { error: mistake ?? noOwner(data) }
        : { answer: { ...data, attestedBy, ownerRef } };
    });
  }

  #mistakeOf(
    { checkId, entityRef }: NewAttestation,
    entity: ScopedEntity | undefined,
    answered: Set<string>,
    now: number,
  ): BatchItemResult['error'] {
    const key = `${entityRef} ${checkId}`;
    const isRepeated = answered.has(key);
    answered.add(key);
    const message = isRepeated
      ? `expected one answer to a check in a batch, found another to ${JSON.stringify(
          checkId,
        )}`
      : entity && findCheckMistake(checkId, entity, this.#options.policy, now);
    return message ? { field: 'checkId', message } : undefined;
  }
}

function noOwner({ entityRef }: NewAttestation) {
  return {
    field: 'entityRef',
    message: `expected an entity in scope with an owner, found ${JSON.stringify(
      entityRef,
    )}`,
  };
}
