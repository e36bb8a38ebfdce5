import type { Exemption } from '@aligned-autonomy/backstage-plugin-autonomy-common';

/**
 * Exceptions to checks that a board approved for a time.
 *
 * @internal
 */
export interface ExemptionsStore {
  /** Those of entities, by entity ref, ended ones too. */
  readFor(entityRefs: readonly string[]): Promise<Map<string, Exemption[]>>;
}
