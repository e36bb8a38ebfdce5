import type { JsonValue } from '@backstage/types';
import type { ASTNode } from '@marcbachmann/cel-js';

/** `a.b["c"]` as `[a, b, c]`; undefined for anything but constant keys below a name. */
export function pathOf(node: ASTNode): string[] | undefined {
  if (node.op === 'id') return [node.args];
  if (node.op !== '.' && node.op !== '[]') return undefined;
  const [target, key] = node.args;
  const name = typeof key === 'string' ? key : key.op === 'value' && key.args;
  if (typeof name !== 'string') return undefined;
  const parent = pathOf(target);
  return parent && [...parent, name];
}

/** The value that is written out; undefined where it has to be worked out. */
export function literalOf(node: ASTNode): JsonValue | undefined {
  if (node.op === 'value') {
    const { args } = node;
    // Numbers of JSON are doubles; so are those of expressions, or `1 + x` would have no meaning.
    if (typeof args === 'bigint') return Number(args);
    const isPlain = ['number', 'string', 'boolean'].includes(typeof args);
    return isPlain ? (args as JsonValue) : undefined;
  }
  if (node.op === '-_') {
    const value = literalOf(node.args);
    return typeof value === 'number' ? -value : undefined;
  }
  if (node.op !== 'list') return undefined;
  const items = node.args.map(literalOf);
  return items.includes(undefined) ? undefined : (items as JsonValue);
}

/** What `size(x)` or `x.size()` asks the size of. */
export function sizedIn(node: ASTNode): ASTNode | undefined {
  if (node.op === 'call' && node.args[0] === 'size') return node.args[1][0];
  return node.op === 'rcall' && node.args[0] === 'size'
    ? node.args[1]
    : undefined;
}

function isEmptyList(node: ASTNode): boolean {
  return node.op === 'list' && node.args.length === 0;
}

/** What is compared with a `[]` that is written out. */
export function comparedWithEmpty(node: ASTNode): ASTNode | undefined {
  if (node.op !== '==' && node.op !== '!=') return undefined;
  const [left, right] = node.args;
  if (isEmptyList(right)) return left;
  return isEmptyList(left) ? right : undefined;
}

function nodesIn(args: unknown): ASTNode[] {
  if (Array.isArray(args)) return args.flatMap(nodesIn);
  return typeof args === 'object' && args !== null && 'op' in args
    ? [args as ASTNode]
    : [];
}

/** The parts of which a part is made. */
export function childNodes(node: ASTNode): ASTNode[] {
  return nodesIn(node.args);
}
