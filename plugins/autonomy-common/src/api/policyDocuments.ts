import type { ScorecardRole } from '../model';
import type { PolicyChange } from '../policy/diff';

/** What the policy is made of. @public */
export const POLICY_DOCUMENT_KINDS = [
  'policy',
  'scorecard',
  'overlay',
] as const;

/** @public */
export type PolicyDocumentKind = (typeof POLICY_DOCUMENT_KINDS)[number];

/** A document is known by its kind and its `metadata.name`. @public */
export interface PolicyDocumentKey {
  kind: PolicyDocumentKind;
  name: string;
}

/**
 * Where a document comes from: shipped with the suite, a file or address of the configuration (read-only here), or
 * published here.
 * @public
 */
export type PolicyOrigin =
  | { type: 'built-in'; place: string }
  | { type: 'file'; place: string }
  | {
      type: 'url';
      place: string;
      /** When it was last read with success, in UTC milliseconds. */
      readAt: number;
    }
  | { type: 'here'; version: number };

/** A mistake in a document, or what may not be meant; positions start at 1. @public */
export interface PolicyDocumentIssue {
  /** `file:line` style origin of the document it stands in; absent for the text that was sent. */
  file?: string;
  line: number;
  /** Absent where only the line is known. */
  column?: number;
  endColumn?: number;
  /** Path of the field, e.g. `spec.checks[3].weight`. */
  field: string;
  message: string;
}

/** One document of the policy. Instants are UTC milliseconds. @public */
export interface PolicyDocumentSummary extends PolicyDocumentKey {
  title?: string;
  description?: string;
  owner?: string;
  /** Of a scorecard. */
  role?: ScorecardRole;
  /** Ids of its checks; of an overlay those that it adds. */
  checks: string[];
  /** Of an overlay: its governance domain. */
  domain?: string;
  origin: PolicyOrigin;
  /** Whether it can be edited here, by somebody who may: it comes from no file or address of the configuration. */
  isEditable: boolean;
  /** What is announced for later. */
  scheduled?: PublishedVersion;
  /** Somebody is working on it. */
  draft?: PolicyDraftSummary;
}

/** @public */
export interface PolicyDocumentText extends PolicyDocumentSummary {
  /** As it was written. */
  yaml: string;
  /** The built-in document that was replaced or retired here; absent where it is in force, or there is none. */
  builtInYaml?: string;
  /** What its content came to be through: the newest first; empty for one that was never published here. */
  versions: PublishedVersion[];
}

/** @public */
export interface PolicyDocuments {
  /** Hash of everything that is in force. */
  version: string;
  items: PolicyDocumentSummary[];
  /** Drafts of documents that are none of the items. */
  newDrafts: PolicyDraftSummary[];
  /** What keeps documents of the configuration from being read anew; what was read before goes on holding. */
  problems: { place: string; message: string; since: number }[];
}

/** @public */
export type PublishedAction = 'publish' | 'roll-back' | 'retire';

/** What was once published, whatever became of it. Instants are UTC milliseconds. @public */
export interface PublishedVersion extends PolicyDocumentKey {
  /** Of all documents together, ascending. */
  number: number;
  action: PublishedAction;
  /** The version whose content it brings back; 0 is the built-in document. */
  restores?: number;
  author: string;
  publishedAt: number;
  /** From then on it counts; not before `publishedAt`. */
  effectiveFrom: number;
  note: string;
  /** It was taken back before it counted. */
  withdrawn?: { by: string; at: number; note: string };
  /** What it was tried with. */
  simulationId?: string;
  state: 'scheduled' | 'in-force' | 'superseded' | 'withdrawn';
}

/** @public */
export interface PublishedVersionText extends PublishedVersion {
  /** Absent where it took the document away. */
  yaml?: string;
  /** What it changed of what was in force when it was published. */
  changes: PolicyChange[];
}

/** Instants are UTC milliseconds. @public */
export interface PolicyDraftSummary extends PolicyDocumentKey {
  id: string;
  /** Raised by every change of it: who writes says which one was read. */
  revision: number;
  createdBy: string;
  updatedBy: string;
  updatedAt: number;
}

/** @public */
export interface PolicyDraft extends PolicyDraftSummary {
  yaml: string;
  /** The text in force when it was begun; absent for a new document. */
  baseYaml?: string;
  /** The document has been published anew since the draft was begun. */
  isOutdated: boolean;
  verdict: PolicyVerdict;
}

/** What is to be said of a text before it is published. @public */
export interface PolicyVerdict {
  /** It cannot be published with them. */
  issues: PolicyDocumentIssue[];
  warnings: PolicyDocumentIssue[];
  /** What it would change of what is in force; empty while there are issues. */
  changes: PolicyChange[];
}

/** @public */
export interface ValidatePolicyRequest {
  /** One or several documents. */
  yaml: string;
}

/** @public */
export interface NewPolicyDraft {
  /** Begins with the text in force, or with that of a withdrawn or retired document. */
  of?: PolicyDocumentKey;
  /** Begins with this text: one document. */
  yaml?: string;
}

/** @public */
export interface PolicyDraftChange {
  yaml: string;
  /** The revision that was read: a draft that somebody else changed meanwhile is not overwritten. */
  revision: number;
}

/** @public */
export interface PublishRequest {
  /** Of the draft that was read. */
  revision: number;
  /** Why; shown in the history. */
  note: string;
  /** UTC milliseconds; at once unless told. */
  effectiveFrom?: number;
  /** The simulation that was looked at. */
  simulationId?: string;
}

/** @public */
export interface RollBackRequest {
  /** Number of a version of the document; 0 is the built-in document. */
  to: number;
  note: string;
  /** The version that is the newest as far as the caller knows. */
  newest: number;
}

/** @public */
export interface RetireRequest {
  note: string;
  effectiveFrom?: number;
  /** The version that is the newest as far as the caller knows; absent where none was published here. */
  newest?: number;
}

/** What became of each document of a text that was brought in. @public */
export interface ImportResult {
  items: {
    key: PolicyDocumentKey;
    /** `unchanged`: it says what is in force; `refused`: see `message`. */
    status: 'draft-created' | 'draft-replaced' | 'unchanged' | 'refused';
    draftId?: string;
    message?: string;
  }[];
}

/** A scorecard to begin with, shipped and not in force. @public */
export interface PolicyStarter {
  name: string;
  title: string;
  description: string;
  checks: { id: string; title: string; risk?: string }[];
  yaml: string;
  /** A document of that name is in force, or one of its checks is. */
  isAdopted: boolean;
}
