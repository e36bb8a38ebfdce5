export { compileExpression } from './compileExpression';
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
