import type { MatterHandler } from '../proposals';
import { OwnerRounds, type OwnerRoundsOptions } from './OwnerRounds';
import { PlacementHandler } from './PlacementHandler';
import {
  PlacementRounds,
  type PlacementRoundsOptions,
} from './PlacementRounds';
import { TierReviewHandler } from './TierReviewHandler';

/**
 * Puts together what asks boards about moves in the organisation.
 *
 * @returns `handlers`: for the desk; `openDue`: to be run now and then
 * @internal
 */
export function createPlacements(
  options: OwnerRoundsOptions & PlacementRoundsOptions,
): {
  handlers: MatterHandler[];
  openDue: (now: number) => Promise<number>;
} {
  const rounds = PlacementRounds.create(options);
  const owners = OwnerRounds.create(options);
  return {
    handlers: [PlacementHandler.create(), TierReviewHandler.create()],
    openDue: async now => (await rounds.openDue(now)) + (await owners.run(now)),
  };
}
