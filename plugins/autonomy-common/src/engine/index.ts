export { evaluate } from './evaluate';
export type { EvaluationInput } from './EvaluationInput';
export type {
  CompiledCheck,
  CompiledPolicy,
  CompiledScorecard,
} from './CompiledPolicy';
export type { CompiledExpression, ExpressionOutcome, FactPath } from './cel';
export { parseDuration } from './duration';
export {
  catalogFacts,
  RESERVED_COLLECTORS,
  type CatalogFactsInput,
} from './facts';
export * from './tier';
