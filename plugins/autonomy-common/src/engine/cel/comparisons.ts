import type { JsonValue } from '@backstage/types';
import type { ASTNode } from '@marcbachmann/cel-js';
import { reaches } from '../math';
import { ExpressionError } from './ExpressionError';
import { LIMITS } from './limits';
import {
  expectType,
  inWords,
  isList,
  itemType,
  sourceOf,
  unknownOf,
  WRONG,
  type Run,
  type Term,
  type TermType,
  type Value,
} from './Term';

export type Ordering = '<' | '<=' | '>' | '>=';

/** Every figure is allowed the same tolerance as in the rest of the model. */
export const NUMBERS: Record<Ordering, (a: number, b: number) => boolean> = {
  '<': (a, b) => !reaches(a, b),
  '<=': (a, b) => reaches(b, a),
  '>': (a, b) => !reaches(b, a),
  '>=': reaches,
};

const TEXTS: Record<Ordering, (a: string, b: string) => boolean> = {
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
};

function areComparable(left: TermType, right: TermType): boolean {
  return (
    left === right ||
    left === 'any' ||
    right === 'any' ||
    (isList(left) && isList(right))
  );
}

function expectSameType(node: ASTNode, { type: left }: Term, right: Term) {
  if (areComparable(left, right.type)) return;
  throw new ExpressionError(
    `${sourceOf(node)} compares ${inWords(left)} with ${inWords(right.type)}`,
    node.start,
  );
}

/** Any other figure would be less than every bound, or more. */
function areFinite(a: number, b: number): boolean {
  return Number.isFinite(a) && Number.isFinite(b);
}

export function ordering(op: Ordering, node: ASTNode, sides: Term[]): Term {
  const [left, right] = sides;
  for (const side of sides) {
    if (side.type === 'instant') {
      throw new ExpressionError(
        `instants have no order here, write within(${sourceOf(
          side.node,
        )}, 'P90D')`,
        side.node.start,
      );
    }
  }
  expectSameType(node, left, right);
  for (const side of sides) expectType(op, side, 'number', 'text');
  const holds = NUMBERS[op];
  const holdsForTexts = TEXTS[op];
  const [runLeft, runRight] = [left.run, right.run];
  return {
    node,
    type: 'boolean',
    run: (facts, horizon, item) => {
      const a = runLeft(facts, horizon, item);
      const b = runRight(facts, horizon, item);
      if (typeof a === 'number' && typeof b === 'number') {
        return areFinite(a, b) ? holds(a, b) : WRONG;
      }
      if (typeof a === 'string' && typeof b === 'string') {
        return holdsForTexts(a, b);
      }
      return unknownOf(a, b);
    },
  };
}

/** Beyond some depth it cannot be told: facts could be nested deeper than the stack reaches. */
function sameJson(
  a: JsonValue | undefined,
  b: JsonValue | undefined,
  depth = 0,
): boolean | typeof WRONG {
  if (typeof a === 'number' && typeof b === 'number') {
    return areFinite(a, b) ? a === b : WRONG;
  }
  if (typeof a !== 'object' || typeof b !== 'object' || !a || !b) {
    return a === b;
  }
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  if (depth === LIMITS.comparedDepth) return WRONG;
  let same: boolean | typeof WRONG = true;
  for (const key of keys) {
    if (!Object.hasOwn(b, key)) return false;
    const found = sameJson(Reflect.get(a, key), Reflect.get(b, key), depth + 1);
    // What differs decides, whatever cannot be told of the others.
    if (found === false) return false;
    if (found === WRONG) same = WRONG;
  }
  return same;
}

/** Values of different types are not unequal but unknown: else `!=` would pass on a fact gone wrong. */
function equal(a: Value, b: Value): boolean | undefined | typeof WRONG {
  if (a === undefined || b === undefined) return undefined;
  if (typeof a !== typeof b || a === WRONG || b === WRONG) return WRONG;
  return Array.isArray(a) === Array.isArray(b) ? sameJson(a, b) : WRONG;
}

export function equality(op: '==' | '!=', node: ASTNode, sides: Term[]): Term {
  const [left, right] = sides;
  expectSameType(node, left, right);
  const [runLeft, runRight] = [left.run, right.run];
  const negated = op === '!=';
  const run: Run = (facts, horizon, item) => {
    const same = equal(
      runLeft(facts, horizon, item),
      runRight(facts, horizon, item),
    );
    return typeof same === 'boolean' ? same !== negated : same;
  };
  return { node, type: 'boolean', run };
}

function contains(container: Value, value: Value): Value {
  if (Array.isArray(container)) {
    if (value === undefined || value === WRONG) return value;
    let unknown = false;
    for (const item of container) {
      const same = sameJson(item, value);
      if (same === true) return true;
      if (same === WRONG) unknown = true;
    }
    if (unknown) return WRONG;
    // If all are of another type the value is of the wrong one, not absent.
    const isComparable =
      container.length === 0 ||
      container.some(item => typeof item === typeof value);
    return isComparable ? false : WRONG;
  }
  const isGroup = typeof container === 'object' && container !== null;
  return isGroup && typeof value === 'string'
    ? Object.hasOwn(container, value) && container[value] !== null
    : unknownOf(container, value);
}

export function membership(node: ASTNode, sides: Term[]): Term {
  const [value, container] = sides;
  expectType('in', container, 'list', 'group');
  const item = itemType(container);
  if (!areComparable(value.type, item)) {
    throw new ExpressionError(
      `${sourceOf(node)} looks for ${inWords(value.type)} in ${inWords(
        container.type,
      )}`,
      node.start,
    );
  }
  return {
    node,
    type: 'boolean',
    run: (facts, horizon, i) =>
      contains(container.run(facts, horizon, i), value.run(facts, horizon, i)),
  };
}
