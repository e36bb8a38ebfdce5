import type {
  PolicyDocumentKey,
  PolicyDocumentSummary,
  PolicyDocumentText,
  PolicyDraftSummary,
  PolicyOrigin,
  PublishedVersion,
  PublishedVersionText,
  RetireRequest,
  RollBackRequest,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { FAKE_USER } from './fakeIdentity';
import { conflict, newestFirst, notFound } from './fakePages';
import { describe, isSame } from './fakePolicyTexts';

/** What is known of a version besides its state, which follows from the time. */
export type FakeVersion = Omit<PublishedVersionText, 'state'>;

/** Documents and what was published of them. */
export class FakePolicyDocuments {
  readonly #base: { yaml: string; origin: PolicyOrigin }[];
  readonly #now: () => number;
  #versions: FakeVersion[];

  constructor(
    base: { yaml: string; origin: PolicyOrigin }[],
    versions: FakeVersion[],
    now: () => number,
  ) {
    this.#base = base;
    this.#now = now;
    this.#versions = versions;
  }

  /** Those in force. */
  list(drafts: PolicyDraftSummary[]): PolicyDocumentSummary[] {
    return this.#keys().flatMap(key => {
      const text = this.textOf(key);
      return text === undefined ? [] : [this.#summary(key, text, drafts)];
    });
  }

  get(
    key: PolicyDocumentKey,
    drafts: PolicyDraftSummary[],
  ): PolicyDocumentText | undefined {
    const versions = this.versions().filter(each => isSame(each, key));
    const yaml = this.textOf(key) ?? this.#lastTextOf(key);
    if (yaml === undefined) return undefined;
    return { ...this.#summary(key, yaml, drafts), yaml, versions };
  }

  /** In force; undefined where the document is not. */
  textOf(key: PolicyDocumentKey): string | undefined {
    const version = this.#inForce(key);
    return version ? version.yaml : this.#baseOf(key)?.yaml;
  }

  /** Every publication, the newest first, without its text. */
  versions(): PublishedVersion[] {
    return newestFirst(this.#versions, ({ number }) => number).map(
      ({ yaml, changes, ...version }) => ({
        ...version,
        state: this.#stateOf(version),
      }),
    );
  }

  version(number: number): PublishedVersionText | undefined {
    const found = this.#versions.find(each => each.number === number);
    return found && { ...found, state: this.#stateOf(found) };
  }

  /** @throws ConflictError where something is announced already */
  publish(
    version: Pick<FakeVersion, 'kind' | 'name' | 'note' | 'action'> &
      Partial<FakeVersion>,
  ): PublishedVersion {
    this.#refuseScheduled(version);
    const now = this.#now();
    const published: FakeVersion = {
      number: 1 + Math.max(0, ...this.#versions.map(({ number }) => number)),
      author: FAKE_USER,
      publishedAt: now,
      changes: [],
      ...version,
      effectiveFrom: version.effectiveFrom ?? now,
    };
    this.#versions = [...this.#versions, published];
    return this.#find(published.number);
  }

  withdraw(number: number, note: string): PublishedVersion {
    const version = this.#find(number);
    if (version.state !== 'scheduled') {
      throw conflict(
        `Version ${number} is not announced: it is ${version.state}`,
      );
    }
    this.#versions = this.#versions.map(each =>
      each.number === number
        ? { ...each, withdrawn: { by: FAKE_USER, at: this.#now(), note } }
        : each,
    );
    return this.#find(number);
  }

  rollBack(key: PolicyDocumentKey, request: RollBackRequest): PublishedVersion {
    const { newest, note, to } = request;
    this.#refuseOutdated(key, newest);
    const { yaml } = this.version(to) ?? {};
    if (yaml === undefined) throw notFound(`version ${to}`);
    const action = 'roll-back';
    return this.publish({ ...key, action, note, yaml, restores: to });
  }

  retire(key: PolicyDocumentKey, request: RetireRequest): PublishedVersion {
    const { effectiveFrom, newest, note } = request;
    this.#refuseOutdated(key, newest);
    return this.publish({ ...key, action: 'retire', note, effectiveFrom });
  }

  #summary(
    key: PolicyDocumentKey,
    yaml: string,
    drafts: PolicyDraftSummary[],
  ): PolicyDocumentSummary {
    const inForce = this.#inForce(key);
    const origin: PolicyOrigin =
      inForce || !this.#baseOf(key)
        ? { type: 'here', version: inForce?.number ?? 0 }
        : this.#baseOf(key)!.origin;
    return {
      ...describe(yaml),
      origin,
      isEditable: origin.type === 'built-in' || origin.type === 'here',
      scheduled: this.#scheduled(key),
      draft: drafts.find(draft => isSame(draft, key)),
    };
  }

  #keys(): PolicyDocumentKey[] {
    const keys = [
      ...this.#base.map(({ yaml }) => describe(yaml)),
      ...this.#versions,
    ].map(({ kind, name }) => ({ kind, name }));
    return keys.filter(
      (key, index) => keys.findIndex(each => isSame(each, key)) === index,
    );
  }

  #baseOf(key: PolicyDocumentKey) {
    return this.#base.find(({ yaml }) => isSame(describe(yaml), key));
  }

  #lastTextOf(key: PolicyDocumentKey): string | undefined {
    return (
      newestFirst(this.#versions, ({ number }) => number).find(
        each => isSame(each, key) && each.yaml !== undefined,
      )?.yaml ?? this.#baseOf(key)?.yaml
    );
  }

  #inForce(key: PolicyDocumentKey): FakeVersion | undefined {
    return newestFirst(this.#versions, ({ number }) => number).find(
      each =>
        isSame(each, key) &&
        !each.withdrawn &&
        each.effectiveFrom <= this.#now(),
    );
  }

  #scheduled(key: PolicyDocumentKey): PublishedVersion | undefined {
    return this.versions().find(
      each => isSame(each, key) && each.state === 'scheduled',
    );
  }

  #stateOf(
    version: Omit<FakeVersion, 'yaml' | 'changes'>,
  ): PublishedVersion['state'] {
    if (version.withdrawn) return 'withdrawn';
    if (version.effectiveFrom > this.#now()) return 'scheduled';
    return this.#inForce(version)?.number === version.number
      ? 'in-force'
      : 'superseded';
  }

  #find(number: number): PublishedVersion {
    const found = this.versions().find(each => each.number === number);
    if (!found) throw notFound(`version ${number}`);
    return found;
  }

  #refuseScheduled(key: PolicyDocumentKey): void {
    const scheduled = this.#scheduled(key);
    if (scheduled) {
      throw conflict(
        `Version ${scheduled.number} is announced: withdraw it first`,
      );
    }
  }

  #refuseOutdated(key: PolicyDocumentKey, newest: number | undefined): void {
    const found = this.versions().find(each => isSame(each, key));
    if (found?.number !== newest) {
      throw conflict(
        `Version ${found?.number} was published meanwhile by ${found?.author}`,
      );
    }
  }
}
