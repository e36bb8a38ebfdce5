import type { ASTNode } from '@marcbachmann/cel-js';
import { ExpressionError } from './ExpressionError';
import {
  expectType,
  inWords,
  isList,
  unknownOf,
  WRONG,
  type Run,
  type Term,
  type TermType,
} from './Term';

/** `&&` where the deciding value is false, `||` where it is true; it decides whatever the other side says. */
function connect(left: Run, right: Run, deciding: boolean): Run {
  return (facts, horizon, item) => {
    const a = left(facts, horizon, item);
    if (a === deciding) return a;
    const b = right(facts, horizon, item);
    if (b === deciding || (a === !deciding && b === a)) return b;
    if (a === !deciding) return unknownOf(b);
    return unknownOf(a, b);
  };
}

export function logical(op: '&&' | '||', node: ASTNode, sides: Term[]): Term {
  for (const side of sides) expectType(op, side, 'boolean');
  const [left, right] = sides;
  return {
    node,
    type: 'boolean',
    run: connect(left.run, right.run, op === '||'),
  };
}

export function negation(node: ASTNode, term: Term): Term {
  expectType('!', term, 'boolean');
  const { run } = term;
  return {
    node,
    type: 'boolean',
    run: (facts, horizon, item) => {
      const value = run(facts, horizon, item);
      return typeof value === 'boolean' ? !value : unknownOf(value);
    },
  };
}

/** What both are, as far as that is known; undefined where they cannot be the same. */
function commonType(a: TermType, b: TermType): TermType | undefined {
  if (a === b) return a;
  if (a === 'any' || b === 'any') return 'any';
  // What a list holds may only turn out later.
  const isMixedList = isList(a) && isList(b) && (a === 'list' || b === 'list');
  return isMixedList ? 'list' : undefined;
}

export function choice(node: ASTNode, [condition, yes, no]: Term[]): Term {
  expectType('the question before ?', condition, 'boolean');
  const type = commonType(yes.type, no.type);
  if (type === undefined) {
    throw new ExpressionError(
      `both sides of : must be of one type (found ${inWords(
        yes.type,
      )} and ${inWords(no.type)})`,
      node.start,
    );
  }
  return {
    node,
    type,
    run: (facts, horizon, item) => {
      const value = condition.run(facts, horizon, item);
      if (value === true) return yes.run(facts, horizon, item);
      if (value === false) return no.run(facts, horizon, item);
      return value === undefined ? undefined : WRONG;
    },
  };
}
