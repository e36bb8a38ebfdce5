import type { ASTNode } from '@marcbachmann/cel-js';
import { NUMBERS } from './comparisons';
import {
  ALIKE,
  always,
  ANYTHING,
  combine,
  FALSE,
  TRUE,
  UNKNOWN,
  whenAbsent,
  type Outcomes,
} from './outcomes';
import {
  childNodes,
  comparedWithEmpty,
  literalOf,
  pathOf,
  sizedIn,
} from './syntax';

/** What may be absent: a fact as a whole, or every item of a list. */
export interface Absence {
  path: string;
  kind: 'fact' | 'items';
}

/** What a part of an expression says that asks nothing of others. */
type Leaf = (node: ASTNode, path: string) => Outcomes;

function choose(condition: number, yes: number, no: number): number {
  if (condition === UNKNOWN) return UNKNOWN;
  return condition === TRUE ? yes : no;
}

function anyPart(node: ASTNode, test: (part: ASTNode) => boolean): boolean {
  return test(node) || childNodes(node).some(part => anyPart(part, test));
}

function isPath(node: ASTNode, path: string): boolean {
  return pathOf(node)?.join('.') === path;
}

function isHas(node: ASTNode, path: string): boolean {
  return (
    node.op === 'call' &&
    node.args[0] === 'has' &&
    isPath(node.args[1][0], path)
  );
}

const factLeaf: Leaf = (node, path) => {
  if (isHas(node, path)) return [{ absent: FALSE, present: TRUE }];
  if (anyPart(node, part => isHas(part, path))) return ANYTHING;
  const reads = anyPart(node, part => {
    const read = pathOf(part)?.join('.');
    return read === path || Boolean(read?.startsWith(`${path}.`));
  });
  return reads ? whenAbsent(UNKNOWN) : ALIKE;
};

/** Whether a list holds nothing where the list at the path does. */
function isEmptied(node: ASTNode, path: string): boolean {
  if (node.op === 'rcall' && node.args[0] === 'filter') {
    return isEmptied(node.args[1], path);
  }
  return isPath(node, path);
}

const COMPARE: Record<string, (a: number, b: number) => boolean> = {
  '==': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  ...NUMBERS,
};

/** What a side of a comparison is where the list holds nothing: a size of 0, or what is written out. */
function numberWhenEmpty(node: ASTNode, path: string): number | undefined {
  const list = sizedIn(node);
  if (list) return isEmptied(list, path) ? 0 : undefined;
  const value = literalOf(node);
  return typeof value === 'number' ? value : undefined;
}

/** Whether a list is read other than item by item. */
function readsWhole(node: ASTNode, path: string): boolean {
  if (isPath(node, path)) return true;
  const [container, ...others] = childNodes(node);
  const isItem = node.op === '[]' && isPath(container, path);
  const parts = isItem ? others : childNodes(node);
  return parts.some(part => readsWhole(part, path));
}

const itemsLeaf: Leaf = (node, path) => {
  if (!anyPart(node, part => isPath(part, path))) return ALIKE;
  // An empty list is there all the same.
  if (isHas(node, path)) return always(TRUE);
  if (node.op === 'rcall' && isEmptied(node.args[1], path)) {
    return whenAbsent(node.args[0] === 'all' ? TRUE : FALSE);
  }
  if (node.op === 'in' && isEmptied(node.args[1], path)) {
    return [...whenAbsent(FALSE), ...always(UNKNOWN)];
  }
  const compared = comparedWithEmpty(node);
  if (compared && isEmptied(compared, path)) {
    return whenAbsent(node.op === '==' ? TRUE : FALSE);
  }
  if (Object.hasOwn(COMPARE, node.op)) {
    const [left, right] = (node.args as ASTNode[]).map(side =>
      numberWhenEmpty(side, path),
    );
    if (left !== undefined && right !== undefined) {
      return whenAbsent(COMPARE[node.op](left, right) ? TRUE : FALSE);
    }
  }
  return readsWhole(node, path) ? ANYTHING : whenAbsent(UNKNOWN);
};

/**
 * What an expression says with and without something. Model section 16, law 9.
 * @param passAt - the score from which a figure counts as true
 */
export function outcomesOf(
  node: ASTNode,
  absence: Absence,
  passAt: number,
): Outcomes {
  const parts = (nodes: ASTNode[]) =>
    nodes.map(part => outcomesOf(part, absence, passAt));
  switch (node.op) {
    case '&&':
      return combine(parts(node.args), Math.min);
    case '||':
      return combine(parts(node.args), Math.max);
    case '!_':
      return combine(parts([node.args]), value => TRUE - value);
    case '?:':
      return combine(parts(node.args), choose);
    default:
  }
  const value = literalOf(node);
  if (typeof value === 'boolean') return always(value ? TRUE : FALSE);
  if (typeof value === 'number') return always(value >= passAt ? TRUE : FALSE);
  const leaf = absence.kind === 'fact' ? factLeaf : itemsLeaf;
  return leaf(node, absence.path);
}
