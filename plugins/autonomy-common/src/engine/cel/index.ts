export { compileExpression } from './compileExpression';
export { ExpressionError } from './ExpressionError';
export type {
  CompiledExpression,
  ExpressionOutcome,
  FactPath,
} from './CompiledExpression';
