import fc from 'fast-check';
import {
  Document,
  isMap,
  isScalar,
  isSeq,
  parse,
  type Node,
  type Pair,
} from 'yaml';
import { SourceDocument } from './SourceDocument';
import { editDocument, insertItem, moveItem, removeItem } from '.';

type Data = any;
type Path = (string | number)[];

const key = fc.constantFrom('a', 'b', 'id', '2', 'a.b', 'odd key', 'yes', '-');
const word = fc.constantFrom(
  ...['x', '', 'two words', "it's", '"', 'a: b', '# no', '- x', 'true', '12'],
  ...['a\nb', 'a\n\n b\n', ' x ', '[', '{', ', ', '&x', '*x', '|', 'é😀'],
);
const leaf = fc.oneof(word, fc.integer(), fc.boolean(), fc.constant(0.25));
const { data } = fc.letrec<{ data: Data; map: Data; list: Data }>(tie => ({
  data: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    leaf,
    tie('map'),
    tie('list'),
  ),
  map: fc.dictionary(key, tie('data'), { maxKeys: 4, noNullPrototype: true }),
  list: fc.array(tie('data'), { maxLength: 4 }),
}));
const root = fc.dictionary(key, data, {
  minKeys: 1,
  maxKeys: 4,
  noNullPrototype: true,
});

interface Written {
  yaml: string;
  value: Data;
  /** Where each comment belongs. */
  comments: { text: string; path: Path; isBehind: boolean }[];
}

/** Some data as somebody may have written it, with comments above and behind what stands in blocks. */
const written = fc
  .tuple(
    root,
    fc.array(fc.nat({ max: 9 }), { minLength: 1, maxLength: 60 }),
    fc.constantFrom(2, 3, 4),
    fc.boolean(),
  )
  .map(([value, dice, indent, indentSeq]): Written => {
    const comments: Written['comments'] = [];
    let rolls = 0;
    const roll = () => dice[rolls++ % dice.length];
    const document = new Document(value);
    const note = (node: Node, path: Path) => {
      if (roll() < 3) {
        const text = ` above ${comments.length};`;
        comments.push({ text, path, isBehind: false });
        node.commentBefore = text;
      }
      if (roll() < 3) node.spaceBefore = true;
    };
    const style = (node: unknown, path: Path, isFlow: boolean) => {
      if (isScalar(node)) {
        const types = ['PLAIN', 'QUOTE_SINGLE', 'QUOTE_DOUBLE'] as const;
        if (roll() < 3) node.type = types[roll() % 3];
        if (typeof node.value === 'string' && node.value.includes('\n')) return;
        if (!isFlow && roll() < 2) {
          const text = ` behind ${comments.length};`;
          comments.push({ text, path, isBehind: true });
          node.comment = text;
        }
        return;
      }
      if (!isMap(node) && !isSeq(node)) return;
      const flow =
        isFlow || node.items.length === 0 || (path.length > 0 && roll() < 2);
      node.flow = flow;
      node.items.forEach((item: unknown, i) => {
        const pair = item as Pair;
        const own = isMap(node)
          ? String((pair.key as any).value ?? pair.key)
          : i;
        if (isMap(node)) pair.key = document.createNode(pair.key);
        if (!flow)
          note((isMap(node) ? pair.key : item) as Node, [...path, own]);
        style(isMap(node) ? pair.value : item, [...path, own], flow);
      });
    };
    style(document.contents, [], false);
    return {
      value,
      yaml: document.toString({ indent, indentSeq, lineWidth: 0 }),
      comments,
    };
  })
  // Not every comment and style survives the library that writes them here.
  .filter(
    ({ yaml, comments, value }) =>
      SourceDocument.says(yaml, value) &&
      comments.every(({ text }) => yaml.includes(`#${text}`)),
  );

function pathsIn(value: Data, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const keys = Array.isArray(value)
    ? value.map((_, i) => i)
    : Object.keys(value);
  return [path, ...keys.flatMap(own => pathsIn(value[own], [...path, own]))];
}

const at = (value: Data, path: Path) => path.reduce((v, k) => v?.[k], value);

function changed(
  value: Data,
  [own, ...rest]: Path,
  change: (v: Data) => Data,
): Data {
  if (own === undefined) return change(value);
  const copy = Array.isArray(value) ? [...value] : { ...value };
  const inner = changed(copy[own], rest, change);
  if (inner !== undefined) copy[own] = inner;
  else if (Array.isArray(copy)) copy.splice(Number(own), 1);
  else delete copy[own];
  return copy;
}

const isBelow = (path: Path, above: Path) =>
  above.every((own, i) => path[i] === own);

function expectKept(
  result: string,
  { comments }: Written,
  lost: Path,
  keepsOwn: boolean,
) {
  for (const { text, path, isBehind } of comments) {
    const isOwn = path.length === lost.length && !isBehind && keepsOwn;
    if (isBelow(path, lost) && !isOwn) continue;
    expect(result).toContain(`#${text}`);
  }
}

const pick = <T>(items: T[], n: number): T => items[n % items.length];

describe('edits', () => {
  it('change what they are to change, and keep all comments elsewhere', () => {
    fc.assert(
      fc.property(
        written,
        fc.nat(),
        fc.option(data, { nil: undefined }),
        (given, n, value) => {
          const before = parse(given.yaml);
          const path = pick(
            pathsIn(before).filter(p => p.length > 0),
            n,
          );
          const result = editDocument(given.yaml, path, value);
          expect(parse(result)).toEqual(changed(before, path, () => value));
          expectKept(result, given, path, value !== undefined);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('add fields and keep all comments', () => {
    fc.assert(
      fc.property(
        written,
        fc.nat(),
        data,
        fc.boolean(),
        (given, n, value, isDeep) => {
          const before = parse(given.yaml);
          const maps = pathsIn(before).filter(p => {
            const map = at(before, p);
            return typeof map === 'object' && !Array.isArray(map);
          });
          const path = [...pick(maps, n), 'new', ...(isDeep ? ['deeper'] : [])];
          const result = editDocument(given.yaml, path, value);
          expect(parse(result)).toEqual(changed(before, path, () => value));
          expectKept(result, given, ['nowhere'], false);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('insert, remove and move items, and keep all comments elsewhere', () => {
    fc.assert(
      fc.property(
        written,
        fc.nat(),
        fc.nat(),
        fc.nat(),
        data,
        (given, n, i, j, value) => {
          const before = parse(given.yaml);
          const lists = pathsIn(before).filter(p =>
            Array.isArray(at(before, p)),
          );
          fc.pre(lists.length > 0);
          const path = pick(lists, n);
          const { length } = at(before, path);
          const place = i % (length + 1);
          const inserted = insertItem(given.yaml, path, place, value);
          expect(parse(inserted)).toEqual(
            changed(before, path, list => [
              ...list.slice(0, place),
              value,
              ...list.slice(place),
            ]),
          );
          expectKept(inserted, given, ['nowhere'], false);
          if (length === 0) return;
          const [from, to] = [i % length, j % length];
          const removed = removeItem(given.yaml, path, from);
          expect(parse(removed)).toEqual(
            changed(before, [...path, from], () => undefined),
          );
          expectKept(removed, given, [...path, from], false);
          const moved = moveItem(given.yaml, path, from, to);
          expectKept(moved, given, ['nowhere'], false);
          expect(at(parse(moved), path)[to]).toEqual(at(before, path)[from]);
          expect(parse(moveItem(moved, path, to, from))).toEqual(before);
        },
      ),
      { numRuns: 300 },
    );
  });
});
