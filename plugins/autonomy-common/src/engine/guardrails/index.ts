export type { GuardrailStanding } from './GuardrailStanding';
export {
  guardrailStandings,
  runningClocks,
  type GuardrailContext,
} from './guardrailStandings';
export { explainGuardrails, worstStatus } from './explainGuardrails';
