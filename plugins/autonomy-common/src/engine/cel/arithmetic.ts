import type { ASTNode } from '@marcbachmann/cel-js';
import { ExpressionError } from './ExpressionError';
import {
  expectType,
  inWords,
  sourceOf,
  unknownOf,
  WRONG,
  type Term,
} from './Term';

export type Arithmetic = '+' | '-' | '*' | '/' | '%';

/** Division by zero is unknown: as a figure it would be infinite, and pass. */
const APPLY: Record<
  Arithmetic,
  (a: number, b: number) => number | typeof WRONG
> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => (b === 0 ? WRONG : a / b),
  '%': (a, b) => (b === 0 ? WRONG : a % b),
};

export function arithmetic(op: Arithmetic, node: ASTNode, sides: Term[]): Term {
  const [left, right] = sides;
  const types = sides.map(({ type }) => type);
  const joinsTexts = op === '+' && types.includes('text');
  if (joinsTexts && types.includes('number')) {
    throw new ExpressionError(
      `${sourceOf(node)} adds ${inWords(left.type)} and ${inWords(right.type)}`,
      node.start,
    );
  }
  for (const side of sides) {
    if (op === '+') expectType(op, side, 'number', 'text');
    else expectType(op, side, 'number');
  }
  const apply = APPLY[op];
  const known = types.find(type => type !== 'any');
  return {
    node,
    type: op === '+' ? known ?? 'any' : 'number',
    run: (facts, horizon, item) => {
      const a = left.run(facts, horizon, item);
      const b = right.run(facts, horizon, item);
      if (typeof a === 'number' && typeof b === 'number') return apply(a, b);
      if (op === '+' && typeof a === 'string' && typeof b === 'string') {
        return a + b;
      }
      return unknownOf(a, b);
    },
  };
}

export function minus(node: ASTNode, term: Term): Term {
  expectType('-', term, 'number');
  return {
    node,
    type: 'number',
    run: (facts, horizon, item) => {
      const value = term.run(facts, horizon, item);
      return typeof value === 'number' ? -value : unknownOf(value);
    },
  };
}
