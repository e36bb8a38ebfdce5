export type { EvaluationResult } from './EvaluationResult';
export { Passed } from './Passed';
export type { ResultsFollower } from './ResultsFollower';
export { ResultsWriter, type PreparedResult } from './ResultsWriter';
export { CONSEQUENCE_LETTERS, MISMATCH_LETTERS } from './mismatchRows';
export { narrowColumns } from './toResultRow';
export { GUARDRAIL_LETTERS, STATE_LETTERS, type Shape } from './Shape';
export { transitionsOf } from './transitionsOf';
