import type { Grant } from '@aligned-autonomy/backstage-plugin-autonomy-common';

/**
 * Grants that boards approved.
 *
 * @internal
 */
export interface GrantsStore {
  /** Those of entities, by entity ref, ended ones too; nothing that is only proposed. */
  readFor(entityRefs: readonly string[]): Promise<Map<string, Grant[]>>;
}
