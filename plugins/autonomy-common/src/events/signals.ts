/** What is sent on the channel of an entity: that there is something new, and nothing of what. @public */
export type AutonomyEntitySignal = {
  /** UTC milliseconds. */
  evaluatedAt: number;
};

/**
 * The channel of the signals service on which is told that the evaluation of an entity changed. Whoever may see
 * it fetches it again.
 * @public
 */
export function autonomyEntityChannel(entityRef: string): string {
  return `autonomy:entity:${entityRef}`;
}
