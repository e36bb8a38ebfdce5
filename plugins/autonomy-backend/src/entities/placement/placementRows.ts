import type {
  MoveKind,
  Placement,
  Tier,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';

/** @internal */
export const PLACEMENTS_TABLE = 'placements';

/**
 * What sweeps write of a row of `placements`.
 *
 * @internal
 */
export interface SweptPlacement {
  entity_ref: string;
  domain_ref: string | null;
  domain_chain: string;
  board_ref: string | null;
  tier: number;
  declared_tier: number | null;
  computed_tier: number | null;
  pending: string | null;
  move: string | null;
  difference: string | null;
}

/**
 * A row of `placements`; what is not swept is written by what asks boards.
 *
 * @internal
 */
export interface PlacementRow extends SweptPlacement {
  owner_ref: string | null;
  asked_move: string | null;
  rejected_move: string | null;
  asked_difference: string | null;
  known_difference: string | null;
}

/**
 * A move that waits for the board that receives the entity.
 *
 * @internal
 */
export interface PendingMove {
  moves: MoveKind[];
  /** What the catalog says, and what settles with an approval. */
  proposed: Placement;
  /** The board that decides. */
  receivedBy: string;
}

/** @internal */
export function toSettled(row: SweptPlacement): Placement {
  return {
    domainRef: row.domain_ref ?? undefined,
    domainChain: JSON.parse(row.domain_chain),
    boardRef: row.board_ref ?? undefined,
    tier: {
      declared: (row.declared_tier ?? undefined) as Tier | undefined,
      computed: (row.computed_tier ?? undefined) as Tier | undefined,
      effective: row.tier as Tier,
      // Who depends on it is never asked of a placement.
      dependents: 0,
      dependentDomains: 0,
    },
  };
}

/** The columns of what is settled. @internal */
export function settledColumns({
  boardRef,
  domainChain,
  domainRef,
  tier,
}: Placement) {
  return {
    domain_ref: domainRef ?? null,
    domain_chain: JSON.stringify(domainChain ?? (domainRef ? [domainRef] : [])),
    board_ref: boardRef ?? null,
    tier: tier.effective as number,
    declared_tier: tier.declared ?? null,
    computed_tier: tier.computed ?? null,
  };
}
