/**
 * Has an entity evaluated out of turn.
 *
 * @internal
 */
export interface RefreshService {
  /**
   * Marks the entity and waits for its evaluation, for some seconds at the most.
   *
   * @param entityRef - canonical, of an entity in scope
   * @returns whether it was evaluated; if not, it will be
   */
  refresh(entityRef: string): Promise<boolean>;
}
