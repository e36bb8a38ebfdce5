import fc from 'fast-check';
import { parse, stringify, type ToStringOptions } from 'yaml';
import { DocumentPositions, positionIn } from './DocumentPositions';
import { fieldPath } from './fieldPath';

/** The text from a position on, to see what was found. */
function textAt(
  yaml: string,
  position: { line: number; column: number } | undefined,
): string | undefined {
  return (
    position && yaml.split('\n')[position.line - 1].slice(position.column - 1)
  );
}

/** A character that is not written as itself. */
const ESCAPED = /^\\(x..|u....)/;

const path = ['spec', 'checks', 0, 'expression'];
const document = (expression: string) =>
  `spec:\n  checks:\n    - id: a\n      expression: ${expression}\n      weight: 1\n`;

describe('positionIn', () => {
  const value = 'a.b == "x" && has(c.d)';

  it.each([
    ['plain', value],
    ['single quotes', `'${value}'`],
    ['double quotes', `"${value.replaceAll('"', '\\"')}"`],
    ['a tag', `!!str ${value}`],
    ['an anchor', `&here ${value}`],
    ['a literal block', `|\n        ${value}`],
    ['a literal block with a comment', `|- # why\n        ${value}`],
    ['a folded block', `>-\n        a.b == "x" &&\n        has(c.d)`],
    ['plain lines', `a.b == "x" &&\n        has(c.d)`],
    ['quoted lines', `'a.b == "x" &&\n\n\n        has(c.d)'`],
    ['an escaped line', `"a.b == \\"x\\" &&\\\n        \\ has(c.d)"`],
  ])('finds a character in %s', (_, written) => {
    const yaml = document(written);
    expect(textAt(yaml, positionIn(yaml, path, 0))).toMatch(/^a\.b/);
    expect(textAt(yaml, positionIn(yaml, path, 8))).toMatch(/^x/);
    const offset = written.includes('\n\n\n') ? 15 : value.indexOf('has');
    expect(textAt(yaml, positionIn(yaml, path, offset))).toMatch(
      /^has\(c\.d\)/,
    );
  });

  it('counts lines and columns from 1, and the place behind the value', () => {
    const yaml = document("'a'' b'");
    expect(positionIn(yaml, path, 1)).toEqual({ line: 4, column: 21 });
    expect(positionIn(yaml, path, 2)).toEqual({ line: 4, column: 23 });
    expect(positionIn(yaml, path, 4)).toEqual({ line: 4, column: 25 });
    expect(positionIn(yaml, path, 5)).toBeUndefined();
  });

  it('keeps the lines of a literal block, their indentation as well', () => {
    const yaml = document('|\n        a ||\n          b ||\n\n        c');
    expect(positionIn(yaml, path, 5)).toEqual({ line: 6, column: 9 });
    expect(positionIn(yaml, path, 7)).toEqual({ line: 6, column: 11 });
    expect(positionIn(yaml, path, 13)).toEqual({ line: 8, column: 9 });
  });

  it('finds what is no text, the beginning of what is no scalar, and figures as keys', () => {
    const yaml = 'a: { b: 0.25 }\nbyLevel:\n  2: { low: 3 }\n';
    expect(positionIn(yaml, ['a', 'b'], 2)).toEqual({ line: 1, column: 11 });
    expect(positionIn(yaml, ['a'])).toEqual({ line: 1, column: 4 });
    expect(positionIn(yaml, ['a'], 1)).toBeUndefined();
    expect(positionIn(yaml, ['byLevel', '2', 'low'])).toEqual({
      line: 3,
      column: 13,
    });
  });

  it.each([
    ['an alias', 'x: &x a\nspec: { checks: [{ expression: *x }] }'],
    ['no such field', 'spec: { checks: [] }'],
    ['no value', 'spec: { checks: [{ expression: }] }'],
    ['no document', ''],
    ['no map', 'spec'],
  ])('cannot tell for %s', (_, yaml) => {
    expect(positionIn(yaml, path, 1)).toBeUndefined();
  });

  it('is asked for a document by any of its lines', () => {
    const positions = DocumentPositions.create('a: one\n---\nb: 1\na: two\n');
    expect(positions.find(['a'])).toEqual({ line: 1, column: 4 });
    expect(positions.find(['a'], 1, 3)).toEqual({ line: 4, column: 5 });
    expect(positions.find(['b'])).toBeUndefined();
  });

  it('finds every visible character, however the value is written', () => {
    const piece = fc.constantFrom(
      ...['a', 'b.c', ' ', '  ', '\n', '\n\n', '\t', "'", '"', '\\', '#', ': '],
      ...['&&', '-', '|', '>', 'é', '😀', '\u2028', '\u0007'],
    );
    const options = fc.record<ToStringOptions>({
      lineWidth: fc.constantFrom(0, 20, 40),
      defaultStringType: fc.constantFrom(
        ...(['PLAIN', 'QUOTE_SINGLE', 'QUOTE_DOUBLE'] as const),
        ...(['BLOCK_LITERAL', 'BLOCK_FOLDED'] as const),
      ),
      defaultKeyType: fc.constant('PLAIN' as const),
    });
    fc.assert(
      fc.property(
        fc.array(piece, { minLength: 1, maxLength: 30 }),
        options,
        (pieces, style) => {
          const yaml = stringify({ spec: [{ text: pieces.join('') }] }, style);
          // Folded, a text does not always come back as it was.
          const text: string = parse(yaml).spec[0].text;
          const wrong = [...text.matchAll(/[a-zé.&]/g)].filter(match => {
            const found = positionIn(yaml, ['spec', 0, 'text'], match.index);
            const there = textAt(yaml, found) ?? 'nothing';
            return !there.startsWith(match[0]) && !ESCAPED.test(there);
          });
          expect(wrong).toEqual([]);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('DocumentPositions', () => {
  const positions = DocumentPositions.create(
    'spec:\n  weight: -1\n  when: |\n    a ||\n    b.c\n  areas:\n    - x\n',
  );

  it.each([
    [{ field: 'spec.weight', line: 2 }, 'is wrong', { line: 2, column: 11 }],
    [
      { field: 'spec.when', line: 3 },
      'x (at character 6)',
      { line: 5, column: 5 },
    ],
    [{ field: 'spec.areas', line: 6 }, 'is wrong', undefined],
    [{ field: 'spec.missing', line: 1 }, 'is missing', undefined],
    [{ field: '', line: 1 }, 'is wrong', undefined],
  ])('finds where the issue %j stands', (place, message, expected) => {
    expect(positions.ofIssue({ ...place, message })).toEqual(expected);
  });
});

describe('fieldPath', () => {
  it('reads what messages say', () => {
    expect(fieldPath('spec.checks[3].weight')).toEqual([
      'spec',
      'checks',
      3,
      'weight',
    ]);
    expect(fieldPath('')).toEqual([]);
  });
});
