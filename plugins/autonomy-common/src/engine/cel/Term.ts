import type { JsonObject, JsonValue } from '@backstage/types';
import type { ASTNode } from '@marcbachmann/cel-js';
import type { Horizon } from '../time';
import { ExpressionError } from './ExpressionError';
import type { FactType } from './FactSchema';

/** Stands for a value that could not be worked with. */
export const WRONG = Symbol('wrong type');

/** What a part of an expression gives; undefined where a fact is missing. */
export type Value = JsonValue | undefined | typeof WRONG;

/**
 * Gives the value of a part of an expression.
 * @param item - the list item at hand, inside a comprehension
 */
export type Run = (
  facts: JsonObject,
  horizon: Horizon,
  item?: JsonValue,
) => Value;

/** What is known of a value before it is there. A group holds facts below it. */
export type TermType = FactType | 'group' | 'list';

/** A part of an expression, ready to run. */
export interface Term {
  node: ASTNode;
  type: TermType;
  run: Run;
}

const WORDS: Record<TermType, string> = {
  any: 'anything',
  boolean: 'a boolean',
  group: 'a group of facts',
  instant: 'an instant',
  list: 'a list',
  number: 'a number',
  numbers: 'a list of numbers',
  text: 'a text',
  texts: 'a list of texts',
};

/** A type in words. */
export function inWords(...types: TermType[]): string {
  return types.map(type => WORDS[type]).join(' or ');
}

/** The type of a value that is written out. */
function typeOf(value: JsonValue): TermType {
  if (Array.isArray(value)) return listType(value.map(typeOf));
  return typeof value === 'string' ? 'text' : (typeof value as TermType);
}

/** A value that is written out. */
export function literal(node: ASTNode, value: JsonValue): Term {
  return { node, type: typeOf(value), run: () => value };
}

/** Whether it is a list, whatever it holds. */
export function isList(type: TermType): boolean {
  return type === 'list' || type === 'texts' || type === 'numbers';
}

/** The type of a list of such items. */
export function listType(items: readonly TermType[]): TermType {
  const [first] = items;
  if (items.some(item => item !== first)) return 'list';
  if (first === 'text') return 'texts';
  return first === 'number' ? 'numbers' : 'list';
}

/** The type of the items of a list, or of the keys of a group. */
export function itemType({ type }: Term): TermType {
  if (type === 'texts' || type === 'group') return 'text';
  return type === 'numbers' ? 'number' : 'any';
}

/** The part of the source that a term was written as. */
export function sourceOf({ input, start, end }: ASTNode): string {
  return input.slice(start, end);
}

/** @throws ExpressionError where a term can only be of another type */
export function expectType(who: string, term: Term, ...types: TermType[]) {
  const { node, type } = term;
  if (type === 'any' || types.includes(type)) return;
  if (types.includes('list') && isList(type)) return;
  throw new ExpressionError(
    `${who} expects ${inWords(...types)}, and ${sourceOf(node)} is ${inWords(
      type,
    )}`,
    node.start,
  );
}

/** What becomes of values that do not fit: a missing fact explains more than a wrong type. */
export function unknownOf(...values: Value[]): undefined | typeof WRONG {
  return values.includes(undefined) ? undefined : WRONG;
}
