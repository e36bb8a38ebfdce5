import { boundsOf } from './bounds';
import type {
  CompiledExpression,
  CompileOptions,
  ExpressionOutcome,
} from './CompiledExpression';
import { ExpressionError } from './ExpressionError';
import { parse } from './parse';
import { inWords, type Term, type TermType, type Value } from './Term';
import { TermCompiler } from './TermCompiler';

// Shared, so that the common outcomes cost nothing.
const MISSING: ExpressionOutcome = Object.freeze({ kind: 'missing' });
const WRONG_TYPE: ExpressionOutcome = Object.freeze({ kind: 'wrong-type' });
const TRUE: ExpressionOutcome = Object.freeze({ kind: 'value', value: true });
const FALSE: ExpressionOutcome = Object.freeze({ kind: 'value', value: false });

function outcomeOf(value: Value): ExpressionOutcome {
  if (value === true) return TRUE;
  if (value === false) return FALSE;
  if (value === undefined) return MISSING;
  return typeof value === 'number' && Number.isFinite(value)
    ? { kind: 'value', value }
    : WRONG_TYPE;
}

function checkResult({ type }: Term, returns: 'boolean' | 'score'): void {
  const expected: TermType[] =
    returns === 'boolean' ? ['boolean'] : ['boolean', 'number'];
  if (type === 'any' || expected.includes(type)) return;
  const words =
    returns === 'boolean' ? 'a boolean' : 'a boolean or a score 0..1';
  throw new ExpressionError(
    `the result has the wrong type (expected ${words}, found ${inWords(type)})`,
    0,
  );
}

/**
 * Parses and checks a CEL expression.
 * @throws {@link ExpressionError} with the position of the mistake
 * @public
 */
export function compileExpression(
  source: string,
  options: CompileOptions,
): CompiledExpression {
  const compiler = new TermCompiler(options);
  const term = compiler.compile(parse(source));
  checkResult(term, options.returns);
  const { run } = term;
  return {
    source,
    reads: compiler.reads,
    bounds: boundsOf(term, options.passAt),
    evaluate: (facts, horizon) => outcomeOf(run(facts, horizon)),
  };
}
