import { CST } from 'yaml';
import type { FieldPath } from '../DocumentLines';
import { atMost, SHOWN_KEYS, TEXT_LIMITS } from './limits';
import type { TextProblem } from './TextProblem';

/** A list or map with what it stands in. */
interface Place {
  token: CST.Token;
  depth: number;
  /** Its key or index in what is around it. */
  key?: CST.Token | number;
  around?: Place;
}

type Collection = CST.BlockMap | CST.BlockSequence | CST.FlowCollection;

function keyText(key: CST.Token): string {
  return CST.resolveAsScalar(key)?.value ?? '?';
}

function pathOf(place: Place): FieldPath {
  const path: (string | number)[] = [];
  for (let at: Place | undefined = place; at; at = at.around) {
    if (at.key === undefined) continue;
    path.unshift(typeof at.key === 'number' ? at.key : keyText(at.key));
  }
  return path.slice(0, SHOWN_KEYS);
}

function problemAt(place: Place, message: string): TextProblem {
  return { offset: place.token.offset, path: pathOf(place), message };
}

function isMap(token: Collection): boolean {
  return token.type === 'flow-collection'
    ? token.start.source === '{'
    : token.type === 'block-map';
}

/** What stands in a list or map; flow collections may end with an item that is none. */
function itemsOf(token: Collection): CST.CollectionItem[] {
  return (token.items as CST.CollectionItem[]).filter(
    ({ key, sep, value, start }) => key ?? sep ?? value ?? start.length > 0,
  );
}

function itemsProblem(place: Place, found: number): TextProblem | undefined {
  const { items } = TEXT_LIMITS;
  if (found <= items) return undefined;
  const unit = isMap(place.token as Collection) ? 'fields' : 'items';
  return problemAt(place, `is out of bounds (${atMost(items, found, unit)})`);
}

/**
 * Finds what could hold up whoever makes values of the tokens. It keeps a list of what is to be looked at, since
 * functions that call themselves would be stopped by the depth that they are to find.
 */
export function findStructureProblem(
  tokens: readonly CST.Token[],
): TextProblem | undefined {
  let [documents, aliases] = [0, 0];
  let deepest: Place | undefined;
  let tooDeep: Place | undefined;
  for (const document of tokens) {
    if (document.type !== 'document') continue;
    if (++documents > TEXT_LIMITS.documents) {
      const limit = atMost(TEXT_LIMITS.documents, 'more', 'documents');
      const message = `the text holds too many documents (${limit})`;
      return { offset: document.offset, path: [], message };
    }
    const todo: Place[] = [];
    const visit = (
      token: CST.Token | null | undefined,
      at: Omit<Place, 'token'>,
    ) => {
      if (token) todo.push({ token, ...at });
    };
    visit(document.value, { depth: 0 });
    for (let place = todo.pop(); place; place = todo.pop()) {
      const { token } = place;
      if (token.type === 'alias' && ++aliases > TEXT_LIMITS.aliases) {
        const limit = atMost(TEXT_LIMITS.aliases, 'more', 'aliases');
        return problemAt(place, `the text holds too many aliases (${limit})`);
      }
      if (!CST.isCollection(token)) continue;
      const around = place;
      const depth = around.depth + 1;
      if (depth > TEXT_LIMITS.depth) {
        tooDeep ??= around;
        if (depth > (deepest?.depth ?? 0)) deepest = { ...around, depth };
      }
      const items = itemsOf(token);
      const problem = itemsProblem(around, items.length);
      if (problem) return problem;
      items.forEach(({ key, value }, i) => {
        visit(key, { depth, around, key: i });
        visit(value, { depth, around, key: key ?? i });
      });
    }
  }
  if (!tooDeep || !deepest) return undefined;
  const limit = atMost(TEXT_LIMITS.depth, deepest.depth, 'levels');
  return problemAt(tooDeep, `is nested too deeply (${limit})`);
}
