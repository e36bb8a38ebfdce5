import type { JsonObject, JsonValue } from '@backstage/types';
import type { ASTNode } from '@marcbachmann/cel-js';
import { ExpressionError } from './ExpressionError';
import {
  expectType,
  itemType,
  listType,
  unknownOf,
  WRONG,
  type Run,
  type Term,
  type Value,
} from './Term';

/** @throws ExpressionError where a function is given too much or too little */
export function expectArguments(
  node: ASTNode,
  name: string,
  args: readonly unknown[],
  count: number,
): void {
  if (args.length === count) return;
  throw new ExpressionError(
    `${name} has the wrong number of arguments (expected ${count}, found ${args.length})`,
    node.start,
  );
}

/**
 * `has(a.b)`: whether a fact is there. Where nothing is known of what it belongs to, that is unknown.
 * @param parent - reads what the field belongs to
 */
export function presence(node: ASTNode, parent: Run, field: string): Term {
  return {
    node,
    type: 'boolean',
    run: (facts, horizon, item) => {
      const value = parent(facts, horizon, item);
      if (value === undefined) return undefined;
      if (typeof value !== 'object' || Array.isArray(value)) return WRONG;
      const group = value as JsonObject;
      return Object.hasOwn(group, field) && (group[field] ?? null) !== null;
    },
  };
}

function sizeOf(value: Value): Value {
  // Characters as a reader counts them, not as they are stored.
  if (typeof value === 'string') return [...value].length;
  if (Array.isArray(value)) return value.length;
  return typeof value === 'object' && value !== null
    ? Object.keys(value).length
    : unknownOf(value);
}

export function size(node: ASTNode, term: Term): Term {
  expectType('size', term, 'text', 'list', 'group');
  const { run } = term;
  return {
    node,
    type: 'number',
    run: (facts, horizon, item) => sizeOf(run(facts, horizon, item)),
  };
}

const TESTS: Record<string, (text: string, part: string) => boolean> = {
  contains: (text, part) => text.includes(part),
  endsWith: (text, part) => text.endsWith(part),
  startsWith: (text, part) => text.startsWith(part),
};

const CHANGES: Record<string, (text: string) => string> = {
  lowerAscii: text => text.replace(/[A-Z]/g, c => c.toLowerCase()),
  trim: text => text.trim(),
  upperAscii: text => text.replace(/[a-z]/g, c => c.toUpperCase()),
};

/** Names of the functions that are called on a text. */
export const TEXT_METHODS = [...Object.keys(TESTS), ...Object.keys(CHANGES)];

/** A function that is called on a text, such as `a.b.startsWith('x')`. */
export function textMethod(
  node: ASTNode,
  name: string,
  receiver: Term,
  args: Term[],
): Term {
  expectType(name, receiver, 'text');
  for (const arg of args) expectType(name, arg, 'text');
  if (Object.hasOwn(TESTS, name)) {
    expectArguments(node, name, args, 1);
    const test = TESTS[name];
    return {
      node,
      type: 'boolean',
      run: (facts, horizon, item) => {
        const text = receiver.run(facts, horizon, item);
        const part = args[0].run(facts, horizon, item);
        return typeof text === 'string' && typeof part === 'string'
          ? test(text, part)
          : unknownOf(text, part);
      },
    };
  }
  expectArguments(node, name, args, 0);
  const change = CHANGES[name];
  return {
    node,
    type: 'text',
    run: (facts, horizon, item) => {
      const text = receiver.run(facts, horizon, item);
      return typeof text === 'string' ? change(text) : unknownOf(text);
    },
  };
}

function elementOf(container: Value, key: Value): Value {
  if (Array.isArray(container) && typeof key === 'number') {
    return Number.isInteger(key) ? container[key] ?? undefined : WRONG;
  }
  if (typeof container !== 'object' || Array.isArray(container)) {
    return unknownOf(container, key);
  }
  if (typeof key !== 'string') return unknownOf(container, key);
  const group = container as JsonObject;
  return Object.hasOwn(group, key) ? group[key] ?? undefined : undefined;
}

/** `list[0]`, `list[a.b]` or `group[a.b]`. */
export function element(node: ASTNode, container: Term, key: Term): Term {
  expectType('[ ]', container, 'list', 'group');
  if (container.type === 'group') expectType('the key of a group', key, 'text');
  else if (container.type === 'any') {
    expectType('[ ]', key, 'number', 'text');
  } else expectType('the place in a list', key, 'number');
  return {
    node,
    type: container.type === 'group' ? 'any' : itemType(container),
    run: (facts, horizon, item) =>
      elementOf(
        container.run(facts, horizon, item),
        key.run(facts, horizon, item),
      ),
  };
}

/** `list[0].name`; below nothing but names it is part of a fact's path. */
export function fieldOf(node: ASTNode, container: Term, name: string): Term {
  expectType(`.${name}`, container, 'group');
  const { run } = container;
  return {
    node,
    type: 'any',
    run: (facts, horizon, item) => elementOf(run(facts, horizon, item), name),
  };
}

/** A list that is written out. */
export function listOf(node: ASTNode, items: Term[]): Term {
  return {
    node,
    type: listType(items.map(({ type }) => type)),
    run: (facts, horizon, at) => {
      const values: JsonValue[] = [];
      for (const { run } of items) {
        const value = run(facts, horizon, at);
        if (value === undefined || value === WRONG) return value;
        values.push(value);
      }
      return values;
    },
  };
}
