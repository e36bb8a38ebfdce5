import type { JsonObject } from '@backstage/types';
import type { ParseResult } from '@marcbachmann/cel-js';
import type {
  CompiledExpression,
  ExpressionOutcome,
} from './CompiledExpression';
import { valueAt } from '../valueAt';
import { environment } from './environment';
import { ExpressionError } from './ExpressionError';
import { inspect } from './inspect';
import { NOW } from './within';

const MAX_LENGTH = 2000;

/** The error codes that mean "what was read is not there". */
const MISSING = new Set([
  'no_such_key',
  'unknown_variable',
  'index_out_of_bounds',
]);

interface CelFailure {
  code?: string;
  summary?: string;
  message: string;
  range?: { start: number };
}

function toExpressionError(error: unknown): ExpressionError {
  if (error instanceof ExpressionError) return error;
  const { summary, message, range } = error as CelFailure;
  return new ExpressionError(
    summary ?? message.split('\n')[0],
    range?.start ?? 0,
  );
}

function parse(source: string): ParseResult {
  if (source.length > MAX_LENGTH) {
    throw new ExpressionError(
      `expression is too long (expected at most ${MAX_LENGTH} characters, found ${source.length})`,
      MAX_LENGTH,
    );
  }
  try {
    return environment.parse(source);
  } catch (error) {
    throw toExpressionError(error);
  }
}

function run(program: ParseResult, context: JsonObject): ExpressionOutcome {
  let value: unknown;
  try {
    value = program(context);
  } catch (error) {
    return {
      kind: MISSING.has((error as CelFailure).code ?? '')
        ? 'missing'
        : 'wrong-type',
    };
  }
  if (typeof value === 'bigint') value = Number(value);
  return typeof value === 'boolean' ||
    (typeof value === 'number' && Number.isFinite(value))
    ? { kind: 'value', value }
    : { kind: 'wrong-type' };
}

/**
 * Parses and checks a CEL expression.
 * @param returns - `boolean`, or `score` for a boolean or a number 0..1
 * @throws ExpressionError with the position of the mistake
 */
export function compileExpression(
  source: string,
  returns: 'boolean' | 'score',
): CompiledExpression {
  const program = parse(source);
  const { reads, readsAll } = inspect(program.ast);
  const check = program.check();
  if (!check.valid) throw toExpressionError(check.error);
  const types = returns === 'boolean' ? ['bool'] : ['bool', 'double', 'int'];
  if (check.type && ![...types, 'dyn'].includes(check.type)) {
    const expected =
      returns === 'boolean' ? 'a boolean' : 'a boolean or a score 0..1';
    throw new ExpressionError(
      `the result has the wrong type (expected ${expected}, found ${check.type})`,
      0,
    );
  }
  return {
    source,
    reads,
    evaluate: (facts, now) =>
      // Spares the cost of an error for what is the rule while evidence is still scarce.
      readsAll &&
      reads.some(({ segments }) => valueAt(facts, segments) === undefined)
        ? { kind: 'missing' }
        : run(program, { ...facts, [NOW]: now }),
  };
}
