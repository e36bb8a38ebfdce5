export type { EvaluatedParts } from './EvaluatedParts';
export { evaluateParts } from './evaluateParts';
export { inWrittenOrder } from './selectChecks';
export { startingState } from './startingState';
export { stepThrough, type PassedInstant } from './stepThrough';
