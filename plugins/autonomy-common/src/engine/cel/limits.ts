import type { ASTNode } from '@marcbachmann/cel-js';
import { ExpressionError } from './ExpressionError';
import { childNodes } from './syntax';

/** How large an expression and what it holds may be. */
export const LIMITS = {
  /** Characters. */
  length: 2000,
  /** Operators, calls, names and literals. */
  parts: 500,
  /** Parts inside of each other. */
  depth: 40,
  /** Items of a list that is written out. */
  items: 100,
  /** Characters of a regular expression. */
  pattern: 500,
  /** Steps of a regular expression once compiled: each takes its time at every character. */
  steps: 512,
  /** Characters of a text that a regular expression is tested on. */
  testedText: 2000,
  /** Lists and groups inside of each other in what is compared. */
  comparedDepth: 100,
};

function exceeded(
  what: string,
  limit: number,
  unit: string,
  found: number | string,
  position: number,
): ExpressionError {
  return new ExpressionError(
    `${what} (expected at most ${limit} ${unit}, found ${found})`,
    position,
  );
}

export function checkLength(source: string): void {
  const { length } = LIMITS;
  if (source.length <= length) return;
  throw exceeded(
    'the expression is too long',
    length,
    'characters',
    source.length,
    length,
  );
}

/** Where the parser itself gave up. */
export function nestedBeyondParsing(parserDepth: number, position: number) {
  return exceeded(
    'the expression is nested too deeply',
    LIMITS.depth,
    'levels',
    `more than ${parserDepth}`,
    position,
  );
}

/** `a && b && c` reads as one level, whatever the tree says. */
function isChained(parent: ASTNode, child: ASTNode): boolean {
  return parent.op === child.op && Array.isArray(parent.args);
}

/** @throws ExpressionError where an expression is larger than is allowed */
export function checkSize(root: ASTNode): void {
  let parts = 0;
  let deepest = { depth: 0, node: root };
  const visit = (node: ASTNode, depth: number) => {
    parts++;
    if (depth > deepest.depth) deepest = { depth, node };
    if (node.op === 'list' && node.args.length > LIMITS.items) {
      const found = node.args.length;
      const { items } = LIMITS;
      throw exceeded('the list is too long', items, 'items', found, node.start);
    }
    childNodes(node).forEach((child, i) =>
      visit(child, i === 0 && isChained(node, child) ? depth : depth + 1),
    );
  };
  visit(root, 1);
  if (parts > LIMITS.parts) {
    throw exceeded(
      'the expression is too big',
      LIMITS.parts,
      'parts',
      parts,
      0,
    );
  }
  const { depth, node } = deepest;
  if (depth > LIMITS.depth) {
    throw exceeded(
      'the expression is nested too deeply',
      LIMITS.depth,
      'levels',
      depth,
      node.start,
    );
  }
}
