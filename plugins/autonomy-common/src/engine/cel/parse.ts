import { Environment, type ASTNode } from '@marcbachmann/cel-js';
import { ExpressionError } from './ExpressionError';
import { checkLength, checkSize, LIMITS, nestedBeyondParsing } from './limits';

/** Beyond this the parser would run out of stack; brackets count here. */
const PARSER_DEPTH = 250;

const environment = new Environment({
  unlistedVariablesAreDyn: true,
  // The longest source cannot hold as many arguments, so only the depth ever stops the parser.
  limits: { maxDepth: PARSER_DEPTH, maxCallArguments: LIMITS.length },
});

/** What the parser throws. */
interface ParserFailure {
  code?: string;
  summary?: string;
  message: string;
  range?: { start: number; end: number };
}

/** What the parser calls by names of its own. */
const EXPECTED: Readonly<Record<string, string>> = {
  IDENTIFIER: 'a name',
  COLON: ':',
  RPAREN: ')',
  RBRACKET: ']',
  RBRACE: '}',
};

/** What the parser asked for, as far as it says; the token at hand is all it has to say otherwise. */
function expectedBy({ code, summary = '' }: ParserFailure) {
  if (code === 'unexpected_token') return 'expected a value, ';
  const [, token] = /^Expected ([A-Z]+), got/.exec(summary) ?? [];
  return token === undefined ? '' : `expected ${EXPECTED[token] ?? token}, `;
}

function toExpressionError(
  source: string,
  failure: ParserFailure,
): ExpressionError {
  const { code = '', summary, message, range } = failure;
  const { start, end } = range ?? { start: 0, end: 0 };
  if (code === 'limit_exceeded')
    return nestedBeyondParsing(PARSER_DEPTH, start);
  if (!/^(un)?expected_(character|token)$/.test(code)) {
    return new ExpressionError(summary ?? message.split('\n')[0], start);
  }
  const found = source.slice(start, end).trim() || 'the end';
  return new ExpressionError(
    `the expression cannot be read (${expectedBy(failure)}found ${found})`,
    start,
  );
}

/**
 * Reads an expression by the grammar of CEL.
 * @throws ExpressionError with the position of the mistake
 */
export function parse(source: string): ASTNode {
  checkLength(source);
  let root: ASTNode;
  try {
    root = environment.parse(source).ast;
  } catch (error) {
    throw toExpressionError(source, error as ParserFailure);
  }
  checkSize(root);
  return root;
}
