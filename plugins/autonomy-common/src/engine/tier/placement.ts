import type { EntitySnapshot, EntityTier } from '../../model';

/** Which tier and which governance domain bound an entity. @public */
export type Placement = Pick<
  EntitySnapshot,
  'tier' | 'domainRef' | 'domainChain' | 'boardRef'
>;

/** A move that may loosen something. @public */
export type MoveKind = 'tier' | 'domain';

/** What counts while moves wait for the receiving board. @public */
export interface PendingPlacement {
  /** What to evaluate the entity with. */
  inForce: Placement;
  /** What the next placement is compared with; the board accepts a move by replacing it. */
  settled: Placement;
  /** Moves that wait. */
  pending: MoveKind[];
  /** The board that accepts them, of the domain that receives the entity; absent means the central board. */
  receivedBy?: string;
}

function chainOf({ domainRef, domainChain }: Placement): readonly string[] {
  if (domainChain) return domainChain;
  return domainRef === undefined ? [] : [domainRef];
}

/** A tier that nothing declares or computes is a stand-in: it never settles. */
function isKnown({ declared, computed }: EntityTier): boolean {
  return declared !== undefined || computed !== undefined;
}

/** Whether declared and computed tier differ, which a board has to look at. Model section 10. @public */
export function opensTierReview({ declared, computed }: EntityTier): boolean {
  return (
    declared !== undefined && computed !== undefined && declared !== computed
  );
}

/** Where the catalog was not gone through, what was last computed still stands. */
function withComputed(proposed: EntityTier, settled: EntityTier): EntityTier {
  const { declared, effective, computed } = proposed;
  if (computed !== undefined || settled.computed === undefined) return proposed;
  return {
    ...proposed,
    computed: settled.computed,
    effective:
      declared === undefined
        ? settled.computed
        : (Math.min(effective, settled.computed) as EntityTier['effective']),
  };
}

function tierInForce(settled: EntityTier, proposed: EntityTier) {
  if (!isKnown(settled)) {
    return { inForce: proposed, settled: proposed, waits: false };
  }
  const current = withComputed(proposed, settled);
  const isLaxer = settled.effective < current.effective;
  return {
    inForce: isLaxer ? { ...current, effective: settled.effective } : current,
    settled: isLaxer || !isKnown(current) ? settled : current,
    // A tier that nobody names is no move that a board could accept.
    waits: isLaxer && isKnown(current),
  };
}

/**
 * The stricter side of a move: a laxer tier waits for the receiving board, a stricter one counts at
 * once; leaving a domain waits too, and meanwhile the overlays of both chains count and the board of
 * the domain that is left goes on deciding everything but the move. Model section 10.
 *
 * @param settled - what counted last; undefined at first sight
 * @param proposed - what the catalog says now
 * @public
 */
export function placementInForce(
  settled: Placement | undefined,
  proposed: Placement,
): PendingPlacement {
  if (!settled) return { inForce: proposed, settled: proposed, pending: [] };
  const tier = tierInForce(settled.tier, proposed.tier);
  const pending: MoveKind[] = tier.waits ? ['tier'] : [];

  const left = chainOf(settled);
  const entered = chainOf(proposed);
  if (left.every(domain => entered.includes(domain))) {
    return {
      inForce: { ...proposed, tier: tier.inForce },
      settled: { ...proposed, tier: tier.settled },
      pending,
      receivedBy: tier.waits ? proposed.boardRef : undefined,
    };
  }
  const added = entered.filter(domain => !left.includes(domain));
  return {
    inForce: {
      ...settled,
      tier: tier.inForce,
      domainChain: [...left, ...added],
    },
    settled: { ...settled, tier: tier.settled },
    pending: [...pending, 'domain'],
    receivedBy: proposed.boardRef,
  };
}
