import type {
  PolicyChange,
  PolicyDocumentKey,
  PublishedAction,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';

/** @internal */
export const VERSIONS_TABLE = 'policy_versions';

/** The number of the built-in document, where a version is asked to bring it back. @internal */
export const BUILT_IN = 0;

/**
 * A publication as it was made. Instants are UTC milliseconds.
 *
 * @internal
 */
export interface NewVersion extends PolicyDocumentKey {
  action: PublishedAction;
  /** {@link BUILT_IN}, or the number of a version. */
  restores?: number;
  /** Absent where it takes away what was published here. */
  yaml?: string;
  changes: PolicyChange[];
  author: string;
  publishedAt: number;
  effectiveFrom: number;
  note: string;
  simulationId?: string;
}

/**
 * A publication, without its text.
 *
 * @internal
 */
export interface VersionEntry extends Omit<NewVersion, 'changes' | 'yaml'> {
  number: number;
  withdrawn?: { by: string; at: number; note: string };
}

/** @internal */
export const ENTRY_COLUMNS = [
  'number',
  'kind',
  'name',
  'action',
  'restores',
  'author',
  'published_at',
  'effective_from',
  'note',
  'withdrawn_by',
  'withdrawn_at',
  'withdrawn_note',
  'simulation_id',
];

/** @internal */
export function toVersionRow(version: NewVersion) {
  return {
    kind: version.kind,
    name: version.name,
    action: version.action,
    restores: version.restores ?? null,
    yaml: version.yaml ?? null,
    changes: JSON.stringify(version.changes),
    author: version.author,
    published_at: version.publishedAt,
    effective_from: version.effectiveFrom,
    note: version.note,
    simulation_id: version.simulationId ?? null,
  };
}

/** @internal */
export function toVersionEntry(row: any): VersionEntry {
  return {
    number: Number(row.number),
    kind: row.kind,
    name: row.name,
    action: row.action,
    ...(row.restores !== null && { restores: Number(row.restores) }),
    author: row.author,
    publishedAt: Number(row.published_at),
    effectiveFrom: Number(row.effective_from),
    note: row.note,
    ...(row.withdrawn_at !== null && {
      withdrawn: {
        by: row.withdrawn_by,
        at: Number(row.withdrawn_at),
        note: row.withdrawn_note,
      },
    }),
    ...(row.simulation_id !== null && { simulationId: row.simulation_id }),
  };
}
