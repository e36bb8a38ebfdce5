import {
  autonomyPlanManagePermission,
  type EntitySnapshot,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { NotAllowedError } from '@backstage/errors';
import type { AsUser } from '../AsUser';
import type { BoardAccess } from '../BoardAccess';
import type { ListedPlan } from './listedPlan';
import type { PlanRoles } from './PlanRoles';
import type { PlanSide } from './types';

/**
 * @internal
 */
export interface PlanDraftersOptions {
  boards: Pick<BoardAccess, 'assertPermitted' | 'roleOf'>;
  centralBoard?: string;
  roles: PlanRoles;
}

/** @internal */
export function draftRefusal({ entityRef }: EntitySnapshot): NotAllowedError {
  return new NotAllowedError(
    `Only the owners of ${entityRef} and its board may draft plans of it`,
  );
}

/**
 * Who may write drafts.
 *
 * @internal
 */
export class PlanDrafters {
  readonly #options: PlanDraftersOptions;

  static create(options: PlanDraftersOptions): PlanDrafters {
    return new PlanDrafters(options);
  }

  private constructor(options: PlanDraftersOptions) {
    this.#options = options;
  }

  /**
   * What somebody who drafts is to the entity. The central board drafts what it decides, and nothing else.
   *
   * @throws NotAllowedError for whoever may draft nothing
   */
  async roleOf(
    entity: EntitySnapshot,
    as: AsUser,
  ): Promise<'board' | 'centre' | 'owner'> {
    const { boards, centralBoard } = this.#options;
    const role = await boards.roleOf(entity, as);
    const isCentral =
      role === undefined &&
      (await boards.roleOf(entity, as, centralBoard)) === 'board';
    if (role === undefined && !isCentral) {
      throw draftRefusal(entity);
    }
    await boards.assertPermitted(
      entity.entityRef,
      autonomyPlanManagePermission,
      as,
    );
    return role ?? 'centre';
  }

  /** @throws NotAllowedError for whoever is on neither side */
  async sideOf(plan: ListedPlan, as: AsUser): Promise<PlanSide> {
    const { boards, roles } = this.#options;
    const roleOf = await roles.of(as);
    const { side } = roleOf(plan);
    if (side === undefined) {
      throw new NotAllowedError(
        `Only the owners of ${plan.entityRef} and its board may do that`,
      );
    }
    await boards.assertPermitted(
      plan.entityRef,
      autonomyPlanManagePermission,
      as,
    );
    return side;
  }
}
