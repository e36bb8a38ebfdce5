export type { GuardrailStanding } from './GuardrailStanding';
export {
  guardrailStandings,
  runningClocks,
  type GuardrailContext,
} from './guardrailStandings';
export { ownConsequence, ownGrace } from './ownTerms';
export { explainGuardrails, worstStatus } from './explainGuardrails';
