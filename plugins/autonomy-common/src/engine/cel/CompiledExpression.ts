import type { JsonObject } from '@backstage/types';
import type { FactBound } from '../../model';
import type { Horizon } from '../time';
import type { FactSchemas } from './FactSchema';
import type { RegexCompiler } from './re2';

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

/** What an expression is compiled for. @public */
export interface CompileOptions {
  /** `score` is a boolean or a number 0..1. */
  returns: 'boolean' | 'score';
  /** The score from which it passes; 1 unless told. */
  passAt?: number;
  /** What is known of facts; nothing unless told. */
  facts?: FactSchemas;
  /** The one collector whose facts it may read; any unless told. */
  collector?: string;
  /** Makes regular expressions available. */
  matcher?: RegexCompiler;
}

/** A CEL expression that was parsed and checked once. @public */
export interface CompiledExpression {
  readonly source: string;
  /** Every fact it may read, in ascending order. */
  readonly reads: readonly FactPath[];
  /** What each fact it reads has to meet, by path; a fact is left out where that cannot be told. */
  readonly bounds: ReadonlyMap<string, readonly FactBound[]>;
  /**
   * @param facts - values by collector name
   * @param horizon - the instant, and what `within` adds its boundaries to
   */
  evaluate(facts: JsonObject, horizon: Horizon): ExpressionOutcome;
}
