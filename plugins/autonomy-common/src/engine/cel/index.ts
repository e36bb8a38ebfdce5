export { compileExpression } from './compileExpression';
export {
  compileValue,
  type CompiledValue,
  type CompileValueOptions,
} from './compileValue';
export { ExpressionError } from './ExpressionError';
export type {
  CompiledExpression,
  CompileOptions,
  ExpressionOutcome,
  FactPath,
} from './CompiledExpression';
export type { FactSchema, FactSchemas, FactType } from './FactSchema';
export type { RegexCompiler } from './re2';
export { lintExpression, type LintFinding } from './lintExpression';
