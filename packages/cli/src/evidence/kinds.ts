/*
 * The items as the API takes them. The backend is who judges an item; this is what a file can be read
 * and checked by before anything is sent. A test holds it against the OpenAPI document.
 */

/**
 * What a field holds. `instant` may lie in the future, `past` may not.
 *
 * @internal
 */
export type FieldType =
  | 'actions'
  | 'boolean'
  | 'cause'
  | 'duration'
  | 'entityRef'
  | 'entityRefs'
  | 'instant'
  | 'object'
  | 'past'
  | 'text'
  | 'texts'
  | 'url'
  | readonly string[];

/**
 * @internal
 */
export interface Field {
  type: FieldType;
  /** Of a field within another: required where that is present. */
  required?: true;
}

/**
 * One kind of evidence. Fields are named by their path.
 *
 * @internal
 */
export interface EvidenceKind {
  name: KindName;
  fields: Readonly<Record<string, Field>>;
  /** Fields that together tell an item from all others. */
  key: readonly string[];
  /** Whether an item fits into a row of a table. */
  inCsv: boolean;
}

/**
 * @internal
 */
export const KIND_NAMES = ['facts', 'incidents', 'deployments'] as const;

/**
 * @internal
 */
export type KindName = (typeof KIND_NAMES)[number];

const required = (type: FieldType): Field => ({ type, required: true });
const optional = (type: FieldType): Field => ({ type });

/**
 * @internal
 */
export const KINDS: Readonly<Record<KindName, EvidenceKind>> = {
  facts: {
    name: 'facts',
    fields: {
      entityRef: required('entityRef'),
      collector: required('text'),
      facts: required('object'),
      collectedAt: required('past'),
      ttl: optional('duration'),
    },
    key: ['entityRef', 'collector', 'collectedAt'],
    inCsv: false,
  },
  incidents: {
    name: 'incidents',
    fields: {
      id: required('text'),
      source: required('text'),
      entityRef: required('entityRef'),
      title: required('text'),
      severity: required(['low', 'medium', 'high', 'critical']),
      areas: optional('texts'),
      startedAt: required('instant'),
      resolvedAt: optional('past'),
      occurredAt: optional('past'),
      url: optional('url'),
      irreversible: optional('boolean'),
      causedBy: optional('cause'),
      affected: optional('entityRefs'),
      mergedInto: optional('text'),
      'review.completedAt': required('past'),
      'review.actions': optional('actions'),
    },
    // Several states of one incident are told apart by their instants.
    key: ['source', 'id', 'occurredAt'],
    inCsv: true,
  },
  deployments: {
    name: 'deployments',
    fields: {
      id: required('text'),
      source: required('text'),
      entityRef: required('entityRef'),
      status: required(['succeeded', 'failed', 'rolled-back']),
      area: optional('text'),
      finishedAt: required('past'),
      committedAt: optional('past'),
      reviewedAt: optional('past'),
      reviewUrl: optional('url'),
      incidentId: optional('text'),
      version: optional('text'),
      url: optional('url'),
    },
    key: ['source', 'id'],
    inCsv: true,
  },
};

/**
 * Paths that a row of a table can have as columns.
 *
 * @internal
 */
export function columnsOf(kind: EvidenceKind): string[] {
  return Object.entries(kind.fields)
    .filter(([, { type }]) => type !== 'actions' && type !== 'object')
    .map(([path]) => path);
}
