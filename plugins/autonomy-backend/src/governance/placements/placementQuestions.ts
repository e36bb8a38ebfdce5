import type {
  EntitySnapshot,
  PlacementSide,
  Tier,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { toSettled, type PendingMove, type PlacementRow } from '../../entities';
import type { NewOpening } from '../proposals';

/** One move of an entity is asked about at a time, whatever it is. @internal */
export const MOVE_SUBJECT = 'placement';

/**
 * What the receiving board is asked about a move.
 *
 * @param row - with a move that waits
 * @internal
 */
export function moveQuestion(
  row: PlacementRow & { pending: string },
  { entityRef, ownerRef }: Pick<EntitySnapshot, 'entityRef' | 'ownerRef'>,
): NewOpening {
  const { moves, proposed, receivedBy }: PendingMove = JSON.parse(row.pending);
  const settled = toSettled(row);
  const side = ({
    domainRef,
    tier: { effective: tier },
  }: PendingMove['proposed']): PlacementSide => ({ tier, domainRef, ownerRef });
  return {
    boardRef: receivedBy,
    content: {
      matter: 'placement',
      moves,
      from: side(settled),
      to: side(proposed),
    },
    entityRef,
    evidence: moves.map(move =>
      move === 'tier'
        ? {
            kind: 'tier',
            title: 'Tier that counts until then',
            value: settled.tier.effective,
            bound: proposed.tier.effective,
          }
        : {
            kind: 'domain',
            title: 'Domain whose rules count until then',
            value: settled.domainRef ?? 'none',
            bound: proposed.domainRef ?? 'none',
          },
    ),
    isRequest: false,
    subject: MOVE_SUBJECT,
  };
}

/**
 * What the board of an entity is asked about its tier.
 *
 * @param difference - `tier-<declared>-<computed>`
 * @internal
 */
export function tierQuestion(
  difference: string,
  { entityRef, tier }: Pick<EntitySnapshot, 'entityRef' | 'tier'>,
): NewOpening {
  const [declared, computed] = figuresOf(difference);
  return {
    content: { matter: 'tier-review', declared, computed },
    entityRef,
    evidence: [
      { kind: 'tier', title: 'Declared tier', value: declared },
      { kind: 'tier', title: 'Computed tier', value: computed },
      { kind: 'tier', title: 'Tier that counts', value: tier.effective },
      {
        kind: 'tier',
        title: 'Components and resources that depend on it',
        value: tier.dependents,
      },
      {
        kind: 'tier',
        title: 'Governance domains among them',
        value: tier.dependentDomains,
      },
    ],
    isRequest: false,
    subject: difference,
  };
}

function figuresOf(difference: string): [Tier, Tier] {
  const [, declared, computed] = difference.split('-').map(Number);
  return [declared as Tier, computed as Tier];
}
