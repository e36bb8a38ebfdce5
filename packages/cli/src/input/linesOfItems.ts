const TOKEN = /"(?:[^"\\]+|\\.)*"|[[\]{},:]|\n|[^\s"[\]{},:]+/g;

/**
 * The line on which each item of a list begins, from 1. JSON.parse does not tell.
 *
 * @param text - a well-formed JSON document
 * @param field - of the document that holds the list; the document is the list if absent
 * @internal
 */
export function linesOfItems(text: string, field?: string): number[] {
  const depthOfItems = field === undefined ? 1 : 2;
  let lines: number[] = [];
  let line = 1;
  let depth = 0;
  let before = '';
  let isInList = field === undefined;
  for (const [token] of text.matchAll(TOKEN)) {
    if (token === '\n') {
      line++;
      continue;
    }
    if (token === ':' && depth === 1 && field !== undefined) {
      isInList = JSON.parse(before) === field;
      // Of two fields of one name the last counts.
      lines = isInList ? [] : lines;
    }
    const isItem = isInList && depth === depthOfItems && !',]'.includes(token);
    if (isItem) {
      lines.push(line);
    }
    if (token === '[' || token === '{') {
      depth++;
    } else if (token === ']' || token === '}') {
      depth--;
    }
    before = token;
  }
  return lines;
}
