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

/** An infinite one would leave no trace: `1 / x` would be 0. */
function divisor(value: number): number {
  return Number.isFinite(value) ? value : NaN;
}

const APPLY: Record<Arithmetic, (a: number, b: number) => number> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / divisor(b),
  '%': (a, b) => a % divisor(b),
};

/** What is not finite is unknown, as after a division by zero: as a figure it would pass. */
function figure(value: number): number | typeof WRONG {
  return Number.isFinite(value) ? value : WRONG;
}

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
      if (typeof a === 'number' && typeof b === 'number') {
        return figure(apply(a, b));
      }
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
      return typeof value === 'number' ? figure(-value) : unknownOf(value);
    },
  };
}
