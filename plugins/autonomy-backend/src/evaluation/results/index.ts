export type { EvaluationResult } from './EvaluationResult';
export { Past } from './Past';
export { ResultsWriter, type PreparedResult } from './ResultsWriter';
export { narrowColumns } from './toResultRow';
export { GUARDRAIL_LETTERS, READINESS_LETTERS, type Shape } from './Shape';
export { transitionsOf } from './transitionsOf';
