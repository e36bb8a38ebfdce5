import type { JsonObject, JsonValue } from '@backstage/types';
import type { ASTNode } from '@marcbachmann/cel-js';
import type { Horizon } from '../time';
import {
  expectType,
  unknownOf,
  WRONG,
  type Run,
  type Term,
  type Value,
} from './Term';

/** What a comprehension works on: the items and the question asked of each. */
interface Loop {
  items: readonly JsonValue[];
  ask: (item: JsonValue) => Value;
}

/** Whether an item decides by giving that answer; every item is asked before it stays unknown. */
function anyGives({ items, ask }: Loop, deciding: boolean): Value {
  let unknown: { value: Value } | undefined;
  for (const item of items) {
    const answer = ask(item);
    if (answer === deciding) return deciding;
    if (typeof answer !== 'boolean') {
      unknown = { value: unknownOf(answer, unknown ? unknown.value : answer) };
    }
  }
  return unknown ? unknown.value : !deciding;
}

function keep({ items, ask }: Loop): JsonValue[] | undefined | typeof WRONG {
  const kept: JsonValue[] = [];
  for (const item of items) {
    const answer = ask(item);
    if (typeof answer !== 'boolean') return unknownOf(answer);
    if (answer) kept.push(item);
  }
  return kept;
}

const LOOPS: Record<string, (loop: Loop) => Value> = {
  all: loop => anyGives(loop, false),
  exists: loop => anyGives(loop, true),
  exists_one: loop => {
    const kept = keep(loop);
    return Array.isArray(kept) ? kept.length === 1 : kept;
  },
  filter: keep,
};

/** Without map: chained, it could double a list with every link. */
export const COMPREHENSIONS = Object.keys(LOOPS);

function itemsOf(value: Value): JsonValue[] | undefined {
  if (Array.isArray(value)) return value;
  return typeof value === 'object' && value !== null
    ? Object.keys(value)
    : undefined;
}

/** `list.all(x, x > 3)` and the like. */
export function comprehension(
  node: ASTNode,
  name: string,
  list: Term,
  body: Term,
): Term {
  expectType(name, list, 'list', 'group');
  expectType(`the question of ${name}`, body, 'boolean');
  const loop = LOOPS[name];
  const ask: Run = body.run;
  return {
    node,
    type: name === 'filter' ? list.type : 'boolean',
    run: (facts: JsonObject, horizon: Horizon) => {
      const value = list.run(facts, horizon);
      const items = itemsOf(value);
      return items
        ? loop({ items, ask: item => ask(facts, horizon, item) })
        : unknownOf(value);
    },
  };
}
