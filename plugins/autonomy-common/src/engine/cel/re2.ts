import type { ASTNode } from '@marcbachmann/cel-js';
import { ExpressionError } from './ExpressionError';
import { LIMITS } from './limits';
import { literalOf } from './syntax';
import { expectType, unknownOf, WRONG, type Term } from './Term';

/**
 * Compiles a regular expression that takes time in proportion to the text, whatever the pattern;
 * throws for a pattern it refuses, and says why.
 * @public
 */
export type RegexCompiler = (pattern: string) => (text: string) => boolean;

function patternOf(node: ASTNode): string {
  const pattern = literalOf(node);
  if (typeof pattern !== 'string') {
    throw new ExpressionError(
      "re2 expects a pattern in quotes, such as '^v[0-9]+$'",
      node.start,
    );
  }
  if (pattern.length > LIMITS.pattern) {
    throw new ExpressionError(
      `the pattern is too long (expected at most ${LIMITS.pattern} characters, found ${pattern.length})`,
      node.start,
    );
  }
  return pattern;
}

/** `re2(text, 'pattern')`: whether a regular expression is found anywhere in a text. */
export function re2(
  node: ASTNode,
  term: Term,
  patternNode: ASTNode,
  compile: RegexCompiler | undefined,
): Term {
  if (!compile) {
    throw new ExpressionError(
      'regular expressions are not available here, use startsWith, endsWith, contains or ==',
      node.start,
    );
  }
  expectType('re2', term, 'text');
  const pattern = patternOf(patternNode);
  let test: (text: string) => boolean;
  try {
    test = compile(pattern);
  } catch (error) {
    throw new ExpressionError((error as Error).message, patternNode.start);
  }
  return {
    node,
    type: 'boolean',
    run: (facts, horizon, item) => {
      const text = term.run(facts, horizon, item);
      if (typeof text !== 'string') return unknownOf(text);
      return text.length > LIMITS.testedText ? WRONG : test(text);
    },
  };
}
