import type { JsonValue } from '@backstage/types';
import type { ASTNode } from '@marcbachmann/cel-js';
import { parseDuration } from '../duration';
import { parseInstant } from '../instant';
import { ExpressionError } from './ExpressionError';
import { literalOf } from './syntax';
import { expectType, unknownOf, WRONG, type Term } from './Term';

/**
 * Milliseconds of a duration that is written out.
 * @throws ExpressionError where it is not
 */
export function durationOf(node: ASTNode): number {
  const text = literalOf(node);
  if (typeof text !== 'string') {
    throw new ExpressionError(
      "within expects a duration in quotes, such as 'P90D'",
      node.start,
    );
  }
  try {
    return parseDuration(text);
  } catch (error) {
    throw new ExpressionError((error as Error).message, node.start);
  }
}

function isInstant(value: JsonValue | undefined): boolean {
  return typeof value === 'string' && parseInstant(value) !== undefined;
}

/**
 * `within(instant, 'P90D')`: whether the instant is less than the duration away, before or after,
 * so that an instant far in the future by mistake does not pass for years. It is the only way to
 * ask for the time, and tells when its answer changes.
 */
export function within(node: ASTNode, term: Term, length: number): Term {
  if (!isInstant(literalOf(term.node))) expectType('within', term, 'instant');
  const { run } = term;
  return {
    node,
    type: 'boolean',
    run: (facts, horizon, item) => {
      const text = run(facts, horizon, item);
      if (typeof text !== 'string') return unknownOf(text);
      const instant = parseInstant(text);
      if (instant === undefined) return WRONG;
      horizon.add(instant - length + 1);
      horizon.add(instant + length);
      return Math.abs(horizon.now - instant) < length;
    },
  };
}
