import type { Plan } from '@aligned-autonomy/backstage-plugin-autonomy-common';

/**
 * Plans that team and board have signed.
 *
 * @internal
 */
export interface PlansStore {
  /** Those of entities, by entity ref, ended ones too; drafts never. */
  readFor(entityRefs: readonly string[]): Promise<Map<string, Plan[]>>;
}
