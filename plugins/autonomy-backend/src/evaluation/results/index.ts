export type { EvaluationResult } from './EvaluationResult';
export { Passed } from './Passed';
export { ResultsWriter, type PreparedResult } from './ResultsWriter';
export { narrowColumns } from './toResultRow';
export { GUARDRAIL_LETTERS, STATE_LETTERS, type Shape } from './Shape';
export { transitionsOf } from './transitionsOf';
