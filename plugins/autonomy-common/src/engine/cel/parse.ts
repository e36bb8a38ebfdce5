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
  range?: { start: number };
}

function toExpressionError(error: ParserFailure): ExpressionError {
  const { code, summary, message, range } = error;
  const position = range?.start ?? 0;
  return code === 'limit_exceeded'
    ? nestedBeyondParsing(PARSER_DEPTH, position)
    : new ExpressionError(summary ?? message.split('\n')[0], position);
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
    throw toExpressionError(error as ParserFailure);
  }
  checkSize(root);
  return root;
}
