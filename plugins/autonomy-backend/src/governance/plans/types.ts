import type {
  Plan,
  PlanSignature,
  PlanState,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';

/** Whose draft it is. @internal */
export type PlanSide = 'team' | 'board';

/** What a draft says, as it was checked. Instants are UTC milliseconds. @internal */
export interface PlanTerms
  extends Pick<
    Plan,
    | 'approach'
    | 'areas'
    | 'cap'
    | 'criteria'
    | 'endsAt'
    | 'incidents'
    | 'startsAt'
    | 'supportedBy'
    | 'title'
  > {
  reason: string;
  reviewAt: number;
}

/**
 * A plan as it is stored, which may have ended by itself since. Instants are UTC milliseconds.
 *
 * @internal
 */
export interface StoredPlan
  extends PlanTerms,
    Pick<
      Plan,
      | 'completedAt'
      | 'entityRef'
      | 'extendedAt'
      | 'extendedTo'
      | 'id'
      | 'liftedAt'
      | 'signedAt'
    > {
  /** The board that decides; absent: that of the entity. */
  boardRef?: string;
  openedBy: string;
  openedAs: PlanSide;
  openedAt: number;
  revision: number;
  team?: PlanSignature;
  board?: PlanSignature;
  withdrawnAt?: number;
  endReason?: string;
  proposalId?: string;
  auditId?: string;
}

/**
 * A plan with where it stands.
 *
 * @internal
 */
export interface StandingPlan extends Omit<StoredPlan, 'boardRef'> {
  state: PlanState;
  boardRef: string;
  /** Of the entity. */
  ownerRef?: string;
  entityTitle?: string;
  domainRef?: string;
  endedAt?: number;
  /** The open proposal to lift, extend or complete it. */
  changeProposalId?: string;
}

/** The end, with an extension, unless something ends it before; UTC milliseconds. @internal */
export function endOf({
  endsAt,
  extendedTo,
}: Pick<Plan, 'endsAt' | 'extendedTo'>): number {
  return extendedTo ?? endsAt;
}
