import type { PromotionDecision } from '@aligned-autonomy/backstage-plugin-autonomy-common';

/**
 * What boards said of promotions.
 *
 * @internal
 */
export interface PromotionsStore {
  /** By entity ref; without entities about which nothing was said. */
  readFor(
    entityRefs: readonly string[],
  ): Promise<Map<string, PromotionDecision[]>>;
}
