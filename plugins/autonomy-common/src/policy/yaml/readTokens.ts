import { Lexer, Parser, type CST, type LineCounter } from 'yaml';
import { atMost, TEXT_LIMITS } from './limits';
import type { TextProblem } from './TextProblem';

const KB = 1000;

function sizeProblem(text: string): TextProblem | undefined {
  const found = new TextEncoder().encode(text).length;
  if (found <= TEXT_LIMITS.bytes) return undefined;
  const inKb = [TEXT_LIMITS.bytes, found].map(bytes => Math.floor(bytes / KB));
  // One byte more is not the same as what is allowed.
  const [limit, size] = [inKb[0], Math.max(inKb[1], inKb[0] + 1)];
  return {
    offset: 0,
    path: [],
    message: `the text is too long (${atMost(limit, size, 'kB')})`,
  };
}

/** A directive could ask for an older YAML, in which documents can say more than is looked at here. */
function directiveProblem(token: CST.Token): TextProblem | undefined {
  if (token.type !== 'directive' || /^%YAML +1\.2\b/.test(token.source)) {
    return undefined;
  }
  const found = token.source.slice(0, 60);
  const message = `directives are not available (expected %YAML 1.2 or none, found ${found})`;
  return { offset: token.offset, path: [], message };
}

/** Reads the tokens of a text, and no more of it than is allowed: what they mean is not yet looked at. */
export function readTokens(
  text: string,
  counter: LineCounter,
): { tokens: CST.Token[]; problem?: TextProblem } {
  const tokens: CST.Token[] = [];
  const problem = sizeProblem(text);
  if (problem) return { tokens, problem };
  const parser = new Parser(counter.addNewLine);
  counter.addNewLine(0);
  let lexemes = 0;
  const take = (read: Iterable<CST.Token>): TextProblem | undefined => {
    for (const token of read) {
      tokens.push(token);
      const wrong = directiveProblem(token);
      if (wrong) return wrong;
    }
    return undefined;
  };
  for (const lexeme of new Lexer().lex(text)) {
    if (++lexemes > TEXT_LIMITS.lexemes) {
      const limit = atMost(TEXT_LIMITS.lexemes, 'more', 'words and signs');
      const message = `the text holds too much (${limit})`;
      return { tokens, problem: { offset: parser.offset, path: [], message } };
    }
    const wrong = take(parser.next(lexeme));
    if (wrong) return { tokens, problem: wrong };
  }
  return { tokens, problem: take(parser.end()) };
}
