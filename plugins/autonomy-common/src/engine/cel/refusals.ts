import type { ASTNode } from '@marcbachmann/cel-js';
import { compareText } from '../math';
import { didYouMean } from '../suggest';
import { ExpressionError } from './ExpressionError';
import { sourceOf } from './Term';

const CLOCK = /^(now|today|timestamp|duration|get[A-Z]\w*)$/;

/** Whether elsewhere the name stands for the time, or for what is done with it. */
export function tellsTime(name: string): boolean {
  return CLOCK.test(name);
}

export function noClock({ start }: ASTNode, name: string): ExpressionError {
  return new ExpressionError(
    `there is no clock in expressions, write within(fact, 'P90D') (found ${name})`,
    start,
  );
}

export function unknownFunction(
  node: ASTNode,
  name: string,
  allowed: readonly string[],
): ExpressionError {
  if (tellsTime(name)) return noClock(node, name);
  const names = [...allowed].sort(compareText);
  const message =
    name === 'matches'
      ? "matches is refused because a regular expression can hang, write re2(text, 'pattern')"
      : `unknown function ${name} (expected one of ${names.join(
          ', ',
        )})${didYouMean(name, names)}`;
  return new ExpressionError(message, node.start);
}

/** What the grammar of CEL knows and expressions over facts have no use for. */
export function notAvailable(node: ASTNode): ExpressionError {
  const source = sourceOf(node);
  if (node.op !== 'value') {
    const what = node.op === 'map' ? 'a map' : node.op;
    return new ExpressionError(
      `${what} cannot be used in expressions over facts`,
      node.start,
    );
  }
  return new ExpressionError(
    node.args === null
      ? 'a null says as little as no value, write has(fact)'
      : `${source} is not available (expected a number, text, boolean or list)`,
    node.start,
  );
}
