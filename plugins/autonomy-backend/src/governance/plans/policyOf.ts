import type {
  CompiledPolicy,
  EntitySnapshot,
  Matter,
  Policy,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { DraftBounds } from './planSchema';

type Placed = Pick<EntitySnapshot, 'boardRef' | 'domainChain'>;

/** The policy in the domain of an entity. @internal */
export function policyOf(
  { domainChain = [] }: Placed,
  policy: CompiledPolicy,
): Policy {
  return policy.forDomains(domainChain).policy;
}

/** What a policy lets drafts of plans say. @internal */
export function boundsOf({
  areas,
  repair: { lowSafetyCap, plans },
}: Policy): Pick<DraftBounds, 'areas' | 'plans'> {
  const { cap, maxDuration } = plans['targeted-guardrails'];
  return {
    areas: areas.map(({ id }) => id),
    plans: {
      ...plans,
      // The cap after a medium failure where it is not safe to speak up.
      'targeted-guardrails': {
        maxDuration,
        cap: cap && Math.max(cap, lowSafetyCap),
      },
    },
  };
}

/**
 * Which board decides about a plan in some areas.
 *
 * @internal
 */
export function decidingBoard(
  entity: Placed,
  areas: readonly string[],
  policy: Policy,
  centralBoard: string | undefined,
): { boardRef?: string; isCentral: boolean } {
  const isCentral = policy.areas.some(
    ({ id, ownedBy }) => ownedBy === 'central' && areas.includes(id),
  );
  return {
    boardRef: isCentral ? centralBoard : entity.boardRef ?? centralBoard,
    isCentral,
  };
}

/**
 * When a proposal is over without a decision: as the policy says, and never later than it can be made true.
 *
 * @param latest - UTC milliseconds
 * @internal
 */
export function lapseOf(
  policy: Policy,
  matter: Matter,
  now: number,
  latest: number,
): number {
  const { lapsesAfter = Infinity } = policy.governance.rules[matter];
  return Math.min(now + lapsesAfter, latest);
}
