/**
 * Counts what went out.
 *
 * @internal
 */
export type CountSent = (
  channel: 'events' | 'notifications' | 'signals',
  /** `absent`: the host has no backend for it. */
  outcome: 'absent' | 'failed' | 'sent',
) => void;
