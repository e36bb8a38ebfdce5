import type {
  PolicyDocumentKey,
  PublishedVersion,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { InputError, NotFoundError } from '@backstage/errors';
import type { Knex } from 'knex';
import type { Clock } from '../../database';
import {
  noteSchema,
  publishSchema,
  readRequest,
  retireSchema,
  rollBackSchema,
} from '../documents/requests';
import { keyText } from '../documents/keys';
import {
  changedMeanwhile,
  noDraft,
  type PolicyDraftsStore,
  type StoredDraft,
} from '../drafts';
import type { PolicyRegistry } from '../registry';
import {
  BUILT_IN,
  newestOf,
  statesOf,
  type PolicyVersionsStore,
  type PolicyVersionsWriter,
  type VersionEntry,
} from '../versions';
import {
  assertNewest,
  assertNotCounting,
  assertNothingScheduled,
  assertUpToDate,
} from './publicationRefusals';
import {
  checksOfText,
  type Proposal,
  type PublicationOutlook,
} from './PublicationOutlook';
import type { PublicationTeller } from './PublicationTeller';

/**
 * The simulations that publications refer to.
 *
 * @internal
 */
export interface TriedSimulations {
  get(id: string): Promise<{ draft_id: string | null } | undefined>;
}

/**
 * @internal
 */
export interface PublicationDeskOptions {
  /** Keys of the built-in documents. */
  builtIn: ReadonlySet<string>;
  clock: Clock;
  drafts: PolicyDraftsStore;
  outlook: PublicationOutlook;
  policies: Pick<PolicyRegistry, 'refresh'>;
  simulations: TriedSimulations;
  teller: PublicationTeller;
  versions: PolicyVersionsStore;
}

/** What a publication is besides the document that it is of. */
type Details = Pick<
  VersionEntry,
  'author' | 'note' | 'restores' | 'simulationId'
>;

/**
 * The rules of publishing, for callers who may. Publications are made one after the other, so that each fits those
 * before it.
 *
 * @internal
 */
export class PublicationDesk {
  readonly #options: PublicationDeskOptions;

  static create(options: PublicationDeskOptions): PublicationDesk {
    return new PublicationDesk(options);
  }

  private constructor(options: PublicationDeskOptions) {
    this.#options = options;
  }

  /**
   * @param read - the draft as it was when the author was admitted to it
   * @param request - as it was sent
   */
  async publish(
    read: StoredDraft,
    request: unknown,
    author: string,
  ): Promise<PublishedVersion> {
    const { id } = read;
    const { drafts, simulations } = this.#options;
    const now = await this.#options.clock.now();
    const { effectiveFrom, note, revision, simulationId } = readRequest(
      publishSchema(now),
      request,
    );
    const simulation =
      simulationId === undefined
        ? undefined
        : await simulations.get(simulationId);
    if (
      simulationId !== undefined &&
      (!simulation || (simulation.draft_id ?? id) !== id)
    ) {
      throw new InputError(
        `Invalid simulationId: expected a simulation of draft ${id}, found ${simulationId}`,
      );
    }
    return this.#publish(
      { author, note, simulationId },
      now,
      async (store, trx) => {
        const draft = await drafts.on(trx).get(id);
        if (!draft) {
          throw noDraft(id);
        }
        // Somebody may publish what they may write, and what they read.
        if (draft.revision !== revision || read.revision !== revision) {
          throw changedMeanwhile(draft, revision);
        }
        const versions = await store.list(draft);
        assertNothingScheduled(draft, versions, now);
        assertUpToDate(draft, newestOf(versions));
        await drafts.on(trx).remove(id, revision);
        return {
          action: 'publish',
          key: { kind: draft.kind, name: draft.name },
          yaml: draft.yaml,
          effectiveFrom: effectiveFrom ?? now,
        };
      },
    );
  }

  /** @param request - as it was sent */
  async rollBack(
    key: PolicyDocumentKey,
    request: unknown,
    author: string,
  ): Promise<PublishedVersion> {
    const { builtIn, clock } = this.#options;
    const now = await clock.now();
    const { newest, note, to } = readRequest(rollBackSchema, request);
    return this.#publish({ author, note, restores: to }, now, async store => {
      const versions = await store.list(key);
      assertNothingScheduled(key, versions, now);
      assertNewest(key, newest, versions);
      const restored = await store.get(to);
      const isOwn =
        restored?.yaml !== undefined && keyText(restored) === keyText(key);
      if (!isOwn && !(to === BUILT_IN && builtIn.has(keyText(key)))) {
        throw new InputError(
          `Invalid to: expected a version of ${key.kind} ${key.name} with a text, found ${to}`,
        );
      }
      const { yaml } = restored ?? {};
      return { action: 'roll-back', key, yaml, effectiveFrom: now };
    });
  }

  /** @param request - as it was sent */
  async retire(
    key: PolicyDocumentKey,
    request: unknown,
    author: string,
  ): Promise<PublishedVersion> {
    const { builtIn, clock } = this.#options;
    const now = await clock.now();
    const { effectiveFrom, newest, note } = readRequest(
      retireSchema(now),
      request,
    );
    return this.#publish({ author, note }, now, async store => {
      const versions = await store.list(key);
      assertNothingScheduled(key, versions, now);
      assertNewest(key, newest, versions);
      const last = newestOf(versions);
      const isThere = last ? hasText(last) : false;
      const isBuiltIn =
        key.kind === 'scorecard' &&
        builtIn.has(keyText(key)) &&
        last?.action !== 'retire';
      if (!isThere && !isBuiltIn) {
        throw new NotFoundError(
          `Nothing of ${key.kind} ${key.name} that was published here is in force`,
        );
      }
      return { action: 'retire', key, effectiveFrom: effectiveFrom ?? now };
    });
  }

  /** @param request - as it was sent */
  async withdraw(
    number: number,
    request: unknown,
    author: string,
  ): Promise<PublishedVersion> {
    const { clock, outlook, policies, teller, versions } = this.#options;
    const now = await clock.now();
    const { note } = readRequest(noteSchema, request);
    const known = await versions.get(number);
    const losers = await teller.losersOf(known?.simulationId);
    await versions.exclusively(async (store, trx) => {
      const version = await store.get(number);
      if (!version) {
        throw new NotFoundError(`No version ${number}`);
      }
      assertNotCounting(version, now);
      const standing = await store.standing(now);
      outlook.without(
        standing.filter(each => each.number !== number),
        now,
      );
      await store.withdraw(number, { by: author, at: now, note });
      const checks = checksOfText(version.yaml ?? '');
      await store.forgetChecks(checks, version.effectiveFrom);
      await teller.tell(
        trx,
        { ...version, action: 'withdraw', note },
        losers,
        now,
      );
    });
    await policies.refresh(await clock.now());
    return this.#get(number);
  }

  async #publish(
    details: Details,
    now: number,
    propose: (
      store: PolicyVersionsWriter,
      trx: Knex.Transaction,
    ) => Promise<Proposal>,
  ): Promise<PublishedVersion> {
    const { clock, outlook, policies, teller, versions } = this.#options;
    const losers = await teller.losersOf(details.simulationId);
    const number = await versions.exclusively(async (store, trx) => {
      const proposal = await propose(store, trx);
      const { action, effectiveFrom, key, yaml } = proposal;
      const standing = await store.standing(now);
      const { changes, newChecks } = outlook.of(proposal, standing, now);
      const published = await store.append({
        ...key,
        ...details,
        action,
        changes,
        effectiveFrom,
        publishedAt: now,
        yaml,
      });
      await store.addChecks(newChecks, effectiveFrom);
      await teller.tell(trx, published, losers, now);
      return published.number;
    });
    await policies.refresh(await clock.now());
    return this.#get(number);
  }

  async #get(number: number): Promise<PublishedVersion> {
    const { clock, versions } = this.#options;
    const all = statesOf(await versions.list(), await clock.now());
    return all.find(version => version.number === number)!;
  }
}

function hasText({ action, restores }: VersionEntry): boolean {
  return action !== 'retire' && restores !== BUILT_IN;
}
