import type { OwnerAccess } from '../../permissions';
import type { AsCaller } from '../AsCaller';
import type { ListedPlan } from './listedPlan';
import type { PlanSide } from './types';

/**
 * What somebody is to a plan.
 *
 * @internal
 */
export interface PlanRole {
  /** Whose drafts they may change; owners are the team, whatever boards they are on. */
  side?: PlanSide;
  /** Whether they vote on the signature of the board. */
  signs: boolean;
  /** Whether they decide about it once it is in force. */
  decides: boolean;
}

/**
 * @internal
 */
export class PlanRoles {
  readonly #boardsDecide: boolean;
  readonly #owners: Pick<OwnerAccess, 'claims'>;

  static create(options: {
    boardsDecide: boolean;
    owners: Pick<OwnerAccess, 'claims'>;
  }): PlanRoles {
    return new PlanRoles(options);
  }

  private constructor(options: Parameters<typeof PlanRoles.create>[0]) {
    this.#boardsDecide = options.boardsDecide;
    this.#owners = options.owners;
  }

  /** Asks once what the caller belongs to. */
  async of({ credentials }: AsCaller): Promise<(plan: ListedPlan) => PlanRole> {
    const claims = await this.#owners.claims(credentials);
    const isOn = (boardRef: string | undefined) =>
      this.#boardsDecide && boardRef !== undefined && claims.has(boardRef);
    return ({ boardRef, ownBoardRef, ownerRef, signing }) => {
      if (ownerRef !== undefined && claims.has(ownerRef)) {
        return { side: 'team', signs: false, decides: false };
      }
      const decides = isOn(boardRef);
      const signs = isOn(signing?.boardRef ?? boardRef);
      const isBoard = decides || signs || isOn(ownBoardRef);
      return { side: isBoard ? 'board' : undefined, signs, decides };
    };
  }
}
