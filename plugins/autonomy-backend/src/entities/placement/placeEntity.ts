import {
  opensTierReview,
  placementInForce,
  type EntityTier,
  type MoveKind,
  type PendingPlacement,
  type Placement,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { EntityContext } from '../types';
import {
  settledColumns,
  toSettled,
  type PendingMove,
  type SweptPlacement,
} from './placementRows';

/**
 * What counts of a context, and what is remembered of it.
 *
 * @internal
 */
export interface PlacedEntity {
  /** With the stricter side of what waits. */
  context: EntityContext;
  row: SweptPlacement;
}

/**
 * Holds what the catalog says against what counted last.
 *
 * @param former - undefined at first sight
 * @param movesWait - whether there is anybody to decide about moves
 * @internal
 */
export function placeEntity(
  entityRef: string,
  context: EntityContext,
  former: SweptPlacement | undefined,
  movesWait: boolean,
): PlacedEntity {
  const { boardRef, domainChain, domainRef, tier } = context;
  const proposed: Placement = { boardRef, domainChain, domainRef, tier };
  const placed = placementInForce(former && toSettled(former), proposed);
  const canWait = placed.receivedBy !== undefined && movesWait;
  const { inForce, pending, receivedBy, settled } =
    canWait || placed.pending.length === 0 ? placed : atOnce(proposed);
  const waiting: PendingMove | undefined =
    pending.length > 0 && receivedBy !== undefined
      ? { moves: pending, proposed: plain(proposed), receivedBy }
      : undefined;
  return {
    context: {
      ...context,
      boardRef: inForce.boardRef,
      domainChain: [...(inForce.domainChain ?? [])],
      domainRef: inForce.domainRef,
      tier: inForce.tier,
    },
    row: {
      entity_ref: entityRef,
      ...settledColumns(settled),
      pending: waiting ? JSON.stringify(waiting) : null,
      move: waiting ? moveText(pending, settled, proposed) : null,
      difference: differenceOf(tier) ?? null,
    },
  };
}

/** Where nobody could decide, nothing waits. */
function atOnce(proposed: Placement): PendingPlacement {
  return placementInForce(undefined, proposed);
}

/** Without what changes all the time. */
function plain({ tier, ...placement }: Placement): Placement {
  return {
    ...placement,
    tier: { ...tier, dependents: 0, dependentDomains: 0 },
  };
}

/** A move in words: the same for the same move. */
function moveText(
  moves: readonly MoveKind[],
  from: Placement,
  to: Placement,
): string {
  const chainText = ({ domainChain = [] }: Placement) =>
    domainChain.join(' in ') || 'no domain';
  const texts: Record<MoveKind, () => string> = {
    tier: () => `tier ${from.tier.effective} to ${to.tier.effective}`,
    domain: () => `${chainText(from)} to ${chainText(to)}`,
  };
  return moves.map(move => texts[move]()).join('; ');
}

/**
 * A difference between declared and computed tier that a board has to look at: `tier-<declared>-<computed>`.
 *
 * @internal
 */
export function differenceOf(tier: EntityTier): string | undefined {
  return opensTierReview(tier)
    ? `tier-${tier.declared}-${tier.computed}`
    : undefined;
}
