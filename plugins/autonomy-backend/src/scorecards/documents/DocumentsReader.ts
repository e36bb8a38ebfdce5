import {
  parsePolicyFile,
  type PolicyDocumentKey,
  type PolicyDocuments,
  type PolicyDocumentSummary,
  type PolicyDocumentText,
  type PolicyDraftSummary,
  type PolicyOrigin,
  type PublishedVersion,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Clock } from '../../database';
import type { ConfigurationConflicts } from '../conflicts';
import type { PolicyDraftsStore, StoredDraft } from '../drafts';
import type { PolicyProblem, PolicyRegistry } from '../registry';
import { statesOf, type PolicyVersionsStore } from '../versions';
import {
  documentsInForce,
  isConfigured,
  writtenText,
  type DocumentInForce,
} from './documentsInForce';
import { compareKeys, keyText } from './keys';
import { summaryOf } from './summaryOf';

/**
 * A document as it was written, whether or not it counts.
 *
 * @internal
 */
export interface WrittenDocument {
  yaml: string;
  origin: PolicyOrigin;
  place: string;
  isEditable: boolean;
  isInForce: boolean;
}

/**
 * @internal
 */
export interface DocumentsReaderOptions {
  /** The built-in documents, by key. */
  builtInTexts: ReadonlyMap<string, DocumentInForce>;
  clock: Clock;
  conflicts: ConfigurationConflicts;
  drafts: PolicyDraftsStore;
  policies: Pick<PolicyRegistry, 'current' | 'follow' | 'problems'>;
  /** What keeps texts of addresses from being read anew. */
  readProblems: () => Promise<PolicyProblem[]>;
  versions: PolicyVersionsStore;
}

/**
 * What the policy is made of.
 *
 * @internal
 */
export class DocumentsReader {
  readonly #options: DocumentsReaderOptions;

  static create(options: DocumentsReaderOptions): DocumentsReader {
    return new DocumentsReader(options);
  }

  private constructor(options: DocumentsReaderOptions) {
    this.#options = options;
  }

  async list(): Promise<PolicyDocuments> {
    const { clock, conflicts, drafts, policies, readProblems, versions } =
      this.#options;
    const now = await clock.now();
    await policies.follow(now);
    const { current } = policies;
    const history = statesOf(await versions.list(), now);
    const about = { drafts: await drafts.list(), history };
    const inForce = [...documentsInForce(current).values()]
      .filter(({ document }) => document.kind !== 'DisabledScorecard')
      .map(each => this.#summary(each, about));
    const known = new Set(inForce.map(keyText));
    const coming = await this.#coming(history, known);
    const items = [
      ...inForce,
      ...coming.map(each => this.#summary(each, about)),
    ].sort(compareKeys);
    const shown = new Set(items.map(keyText));
    return {
      version: current.policy.version,
      items,
      newDrafts: about.drafts
        .filter(draft => !shown.has(keyText(draft)))
        .map(draftSummary),
      problems: [
        ...policies.problems,
        ...conflicts.look(now),
        ...(await readProblems()),
      ].map(({ message, place, since }) => ({ message, place, since })),
    };
  }

  async get(key: PolicyDocumentKey): Promise<PolicyDocumentText | undefined> {
    const { builtInTexts, clock, drafts, policies, versions } = this.#options;
    const now = await clock.now();
    await policies.follow(now);
    const text = await this.textOf(key);
    if (!text) {
      return undefined;
    }
    const draft = await drafts.find(key);
    const history = statesOf(await versions.list(key), now);
    const [document] = parsePolicyFile(text.yaml, text.place).documents;
    const builtIn = builtInTexts.get(keyText(key));
    const isReplaced = text.origin.type !== 'built-in' || !text.isInForce;
    return {
      ...(document ? summaryOf(document) : { checks: [] }),
      ...key,
      ...announced(key, { drafts: draft ? [draft] : [], history }),
      origin: text.origin,
      isEditable: text.isEditable,
      yaml: text.yaml,
      ...(builtIn && isReplaced && { builtInYaml: writtenText(builtIn) }),
      versions: history,
    };
  }

  /** The text in force, else what was last published, else what is built in. */
  async textOf(key: PolicyDocumentKey): Promise<WrittenDocument | undefined> {
    const { builtInTexts, policies, versions } = this.#options;
    const found = documentsInForce(policies.current).get(keyText(key));
    if (found && found.document.kind !== 'DisabledScorecard') {
      return {
        ...found.text,
        yaml: writtenText(found),
        isEditable: !isConfigured(found.text),
        isInForce: true,
      };
    }
    for (const { number } of await versions.list(key)) {
      const version = await versions.get(number);
      if (version?.yaml !== undefined) {
        return {
          yaml: version.yaml,
          origin: { type: 'here', version: number },
          place: `version ${number}`,
          isEditable: !found || !isConfigured(found.text),
          isInForce: false,
        };
      }
    }
    const builtIn = builtInTexts.get(keyText(key));
    return (
      builtIn && {
        ...builtIn.text,
        yaml: writtenText(builtIn),
        isEditable: !found || !isConfigured(found.text),
        isInForce: false,
      }
    );
  }

  #summary(each: DocumentInForce, about: About): PolicyDocumentSummary {
    const summary = summaryOf(each.document);
    return {
      ...summary,
      origin: each.text.origin,
      isEditable: !isConfigured(each.text),
      ...announced(summary, about),
    };
  }

  /** Documents that are announced and not there yet. */
  async #coming(
    history: readonly PublishedVersion[],
    known: ReadonlySet<string>,
  ): Promise<DocumentInForce[]> {
    const coming: DocumentInForce[] = [];
    for (const { number, ...version } of history) {
      if (version.state === 'scheduled' && !known.has(keyText(version))) {
        const { yaml = '' } = (await this.#options.versions.get(number)) ?? {};
        const place = `version ${number}`;
        const [document] = parsePolicyFile(yaml, place).documents;
        if (document) {
          const origin = { type: 'here' as const, version: number };
          coming.push({ document, text: { origin, place, yaml } });
        }
      }
    }
    return coming;
  }
}

/** What there is besides documents. */
interface About {
  drafts: readonly StoredDraft[];
  history: readonly PublishedVersion[];
}

function announced(
  key: PolicyDocumentKey,
  { drafts, history }: About,
): Pick<PolicyDocumentSummary, 'draft' | 'scheduled'> {
  const isOf = (each: PolicyDocumentKey) => keyText(each) === keyText(key);
  const draft = drafts.find(isOf);
  const scheduled = history.find(
    each => each.state === 'scheduled' && isOf(each),
  );
  return {
    ...(scheduled && { scheduled }),
    ...(draft && { draft: draftSummary(draft) }),
  };
}

/**
 * A draft without its text.
 *
 * @internal
 */
export function draftSummary(draft: StoredDraft): PolicyDraftSummary {
  const { createdBy, id, kind, name, revision, updatedAt, updatedBy } = draft;
  return { createdBy, id, kind, name, revision, updatedAt, updatedBy };
}
