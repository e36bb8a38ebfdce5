import type {
  ListPlansRequest,
  ListPlansResponse,
  RecordedPlan,
  RepairAdvice,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { AsCaller } from '../AsCaller';
import type { AsUser } from '../AsUser';

/**
 * Recalibration plans and the advice for them, for somebody. What the caller may not read is not there for them.
 *
 * @internal
 */
export interface PlanService {
  /**
   * Which repair fits the incidents of an entity, the newest first. Nothing of it is in force.
   *
   * @throws NotFoundError where the entity is not there for this reader
   */
  getRepairAdvice(
    entityRef: string,
    options: AsCaller,
  ): Promise<RepairAdvice[]>;

  /**
   * @param request - entity refs canonical
   * @throws InputError for a cursor that is not ours
   */
  list(
    request: ListPlansRequest,
    options: AsCaller,
  ): Promise<ListPlansResponse>;

  /** @throws NotFoundError where there is none, or none for this reader */
  get(id: string, options: AsCaller): Promise<RecordedPlan>;

  /**
   * @param plan - as it was sent
   * @throws InputError, NotAllowedError, NotFoundError
   */
  draft(plan: unknown, options: AsUser): Promise<RecordedPlan>;

  /**
   * Replaces a draft; signatures on the old text are void.
   *
   * @param change - as it was sent: the whole draft with the revision that it changes
   * @throws InputError, NotAllowedError, NotFoundError; ConflictError where it is no draft, or another revision
   */
  change(id: string, change: unknown, options: AsUser): Promise<RecordedPlan>;

  /** @throws NotAllowedError, NotFoundError; ConflictError where it is no draft */
  withdraw(id: string, options: AsUser): Promise<RecordedPlan>;

  /**
   * Signs as one of the owners, or votes for it as a member of the board.
   *
   * @param signature - as it was sent: the revision that is signed, and a comment
   * @throws InputError, NotAllowedError, NotFoundError; ConflictError where it is no draft, or another revision
   */
  sign(id: string, signature: unknown, options: AsUser): Promise<RecordedPlan>;

  /**
   * Moves, as a member of the board, to lift, extend or complete a plan in force.
   *
   * @param move - as it was sent
   * @throws InputError, NotAllowedError, NotFoundError; ConflictError where it is not in force, or moved already
   */
  move(id: string, move: unknown, options: AsUser): Promise<RecordedPlan>;
}
