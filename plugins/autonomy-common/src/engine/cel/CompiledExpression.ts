import type { JsonObject } from '@backstage/types';

/** A fact that an expression reads. @public */
export interface FactPath {
  /** `<collector>.<path>`, e.g. `slo.availability90d`. */
  path: string;
  /** The collector and the keys below it. */
  segments: readonly string[];
}

/** What became of an expression. @public */
export type ExpressionOutcome =
  | { kind: 'value'; value: boolean | number }
  /** A fact it read is not there. */
  | { kind: 'missing' }
  /** A value it read has a type that the expression cannot work with. */
  | { kind: 'wrong-type' };

/** A CEL expression that was parsed and checked once. @public */
export interface CompiledExpression {
  readonly source: string;
  /** Every fact it may read, in ascending order. */
  readonly reads: readonly FactPath[];
  /**
   * @param facts - values by collector name
   * @param now - UTC milliseconds, for `within`
   */
  evaluate(facts: JsonObject, now: number): ExpressionOutcome;
}
