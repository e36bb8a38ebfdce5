import type { GuardrailsResult } from '@aligned-autonomy/backstage-plugin-autonomy-common';

/** How many guardrails pass: within its grace one is at risk because it fails, or though it passes. */
export function countHeld({ guardrails }: GuardrailsResult): number {
  return guardrails.filter(({ check }) => check.state === 'pass').length;
}
