/**
 * How the command ends. Scripts depend on these numbers: they never change their meaning.
 *
 * @internal
 */
export const EXIT_CODES = {
  /** Everything is stored, or was already; of scorecards: nothing was found; of the log of decisions: it is intact. */
  done: 0,
  /**
   * Some items were not accepted; the others are stored. Of scorecards: mistakes, failed cases, or what must not move.
   * Of the log of decisions: it is broken.
   */
  rejected: 1,
  /** The command, its input or where it was sent is wrong: repeating it helps nobody. */
  input: 2,
  /** No credentials, or not the permission. */
  'not-authorised': 3,
  /** The backend cannot be reached, or keeps failing after all retries: later it may work. */
  backend: 4,
  /** Somebody stopped it, as by Ctrl-C. */
  interrupted: 130,
} as const;

/**
 * @internal
 */
export type FailureReason = Exclude<
  keyof typeof EXIT_CODES,
  'done' | 'rejected' | 'interrupted'
>;

/**
 * What ends a command early, in words for whoever runs it.
 *
 * @internal
 */
export class Failure extends Error {
  readonly reason: FailureReason;

  constructor(reason: FailureReason, message: string) {
    super(message);
    this.name = 'Failure';
    this.reason = reason;
  }
}
