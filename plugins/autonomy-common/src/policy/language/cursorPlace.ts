import { describeFunction } from './functions';
import { tokensOf, type Token } from './tokens';

/** A bracket that is open at the cursor. */
interface Bracket {
  /** What is called; undefined for brackets that only group. */
  name?: string;
  /** Of a comprehension: the variable it declares. */
  variable?: string;
  /** Which argument the cursor is in, from 0. */
  argument: number;
}

/** Where the cursor stands in an expression. */
export interface CursorPlace {
  /** Where what is typed begins, and ends, perhaps behind the cursor. */
  from: number;
  to: number;
  /**
   * `value`: a value is expected; `field`: something below what stands before a dot; `operator`: a value has just
   * ended; `nothing`: inside of a text, figure or comment.
   */
  expects: 'value' | 'field' | 'operator' | 'nothing';
  /** For `field`: the names before the dot; undefined where they are no path. */
  path?: string[];
  /** The innermost bracket that is open. */
  bracket?: Bracket;
  /** The variable of the comprehension around it: nothing else can be read there. */
  variable?: string;
}

function isLoop(name: string | undefined): boolean {
  return name !== undefined && describeFunction(name)?.on === 'list';
}

function openBrackets(tokens: readonly Token[]): Bracket[] {
  const open: Bracket[] = [];
  tokens.forEach(({ text, kind }, i) => {
    if (kind !== 'sign') return;
    if (['(', '[', '{'].includes(text)) {
      const before = text === '(' ? tokens[i - 1] : undefined;
      const name = before?.kind === 'name' ? before.text : undefined;
      const first = tokens[i + 1];
      const variable =
        isLoop(name) && first?.kind === 'name' ? first.text : undefined;
      open.push({ name, variable, argument: 0 });
    } else if ([')', ']', '}'].includes(text)) {
      open.pop();
    } else if (text === ',' && open.length > 0) {
      open[open.length - 1].argument++;
    }
  });
  return open;
}

function endsValue(token: Token | undefined): boolean {
  if (!token) return false;
  if (token.kind === 'sign') return [')', ']', '}'].includes(token.text);
  return token.text !== 'in';
}

/** The names that lead up to a dot; undefined where anything else does, such as a call. */
function pathBefore(tokens: readonly Token[]): string[] | undefined {
  const path: string[] = [];
  for (let i = tokens.length - 1; tokens[i]?.text === '.'; i -= 2) {
    const name = tokens[i - 1];
    if (name?.kind !== 'name') return undefined;
    path.unshift(name.text);
  }
  return path;
}

/** Where the cursor stands, however unfinished the expression is. */
export function cursorPlace(source: string, offset: number): CursorPlace {
  const tokens = tokensOf(source);
  const at = tokens.find(({ from, to }) => from < offset && offset <= to);
  const nowhere = { from: offset, to: offset, expects: 'nothing' } as const;
  const isInside =
    at?.kind === 'comment' ||
    at?.kind === 'number' ||
    (at?.kind === 'text' && (offset < at.to || !at.isClosed));
  if (isInside) return nowhere;
  const typed = at?.kind === 'name' ? at : undefined;
  const before = tokens.filter(
    token => token.kind !== 'comment' && token.from < offset && token !== typed,
  );
  const open = openBrackets(before);
  const bracket = open[open.length - 1];
  const last = before[before.length - 1];
  const loop = open.find(({ name, argument }) => isLoop(name) && argument > 0);
  const place = {
    from: typed?.from ?? offset,
    to: typed?.to ?? offset,
    bracket,
    variable: loop?.variable,
  };
  if (last?.text === '.') {
    return { ...place, expects: 'field', path: pathBefore(before) };
  }
  return { ...place, expects: endsValue(last) ? 'operator' : 'value' };
}
