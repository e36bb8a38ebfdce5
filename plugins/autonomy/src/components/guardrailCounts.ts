import type { GuardrailsResult } from '@aligned-autonomy/backstage-plugin-autonomy-common';

/** How many guardrails pass: within its grace one is at risk because it fails, or though it passes. */
export function countHeld({ guardrails }: GuardrailsResult): number {
  return guardrails.filter(({ check }) => check.state === 'pass').length;
}

/** How many stand at the status; what cannot be told counts as breached, as it does for rights. */
export function countStanding({ status, counts }: GuardrailsResult) {
  switch (status) {
    case 'none':
      return undefined;
    case 'breached':
      return counts.breached + counts.unknown;
    default:
      return counts[status];
  }
}
