import { editDocument, insertItem, moveItem, removeItem } from '.';

const YAML = `# The organisation's own.
apiVersion: aligned-autonomy/v1
kind: Scorecard
metadata: { name: extra, title: Extra } # short


spec:
  role: readiness
  checks:
  # The first one.
  - id: tracing   # never rename
    title:   'Traces'
    expression: >-
      slo.met &&
      has(slo.since)
    areas: [a, b]

  # The second one.
  - id: logs
    title: "Logs"
    expression: a.b
  # Nothing follows.
`;

const checks = ['spec', 'checks'];

describe('editDocument', () => {
  it.each<[string, (string | number)[], unknown, string, string]>([
    [
      'a text in its quotes',
      [...checks, 0, 'title'],
      "It's",
      "    title:   'Traces'\n",
      "    title: 'It''s'\n",
    ],
    [
      'a text with a comment behind it',
      [...checks, 0, 'id'],
      'traces',
      'id: tracing   # never rename',
      'id: traces   # never rename',
    ],
    [
      'a field between braces',
      ['metadata', 'title'],
      'More, and more',
      'title: Extra }',
      'title: "More, and more" }',
    ],
    [
      'a text of several lines',
      [...checks, 1, 'expression'],
      'a.b &&\nc.d',
      '    expression: a.b\n',
      '    expression: |-\n      a.b &&\n      c.d\n',
    ],
    [
      'a folded text',
      [...checks, 0, 'expression'],
      'slo.met',
      '>-\n      slo.met &&\n      has(slo.since)\n',
      '>-\n      slo.met\n',
    ],
    [
      'a list between brackets',
      [...checks, 0, 'areas'],
      ['c'],
      'areas: [a, b]',
      'areas: [ c ]',
    ],
    [
      'an item between brackets',
      [...checks, 0, 'areas', 1],
      'c, d',
      'areas: [a, b]',
      'areas: [a, "c, d"]',
    ],
    [
      'a field that was not there',
      [...checks, 1, 'weight'],
      2,
      '    expression: a.b\n',
      '    expression: a.b\n    weight: 2\n',
    ],
    [
      'a field below what was not there',
      [...checks, 0, 'fix', 'text'],
      'Do it',
      '    areas: [a, b]\n',
      '    areas: [a, b]\n    fix:\n      text: Do it\n',
    ],
    [
      'a field of a field of the first line',
      [...checks, 1, 'id'],
      { a: 1 },
      'id: logs\n',
      'id:\n      a: 1\n',
    ],
    [
      'no field any more',
      [...checks, 0, 'title'],
      undefined,
      "    title:   'Traces'\n",
      '',
    ],
    [
      'no first field any more',
      [...checks, 1, 'id'],
      undefined,
      '- id: logs\n    title',
      '- title',
    ],
    [
      'no item any more, with its comment',
      [...checks, 1],
      undefined,
      '  # The second one.\n  - id: logs\n    title: "Logs"\n    expression: a.b\n',
      '',
    ],
    ['what it says already', [...checks, 1, 'id'], 'logs', 'x', 'x'],
    ['nothing where nothing was', ['spec', 'x', 'y'], undefined, 'x', 'x'],
  ])('writes %s and nothing else', (_, path, value, from, to) => {
    expect(editDocument(YAML, path, value)).toBe(YAML.replace(from, to));
  });

  it('adds an item, and lists and fields that were not there', () => {
    expect(editDocument('a:\n  - 1\nb: 2\n', ['a', 1], { c: 3 })).toBe(
      'a:\n  - 1\n  - c: 3\nb: 2\n',
    );
    expect(editDocument('a: [] # none\n', ['a', 0], 1)).toBe(
      'a: [ 1 ] # none\n',
    );
    expect(editDocument('# only this\n', ['a', 'b'], 1)).toBe(
      '# only this\n\na:\n  b: 1\n',
    );
    expect(editDocument('a:\nc: 1', ['a', 'b'], 1)).toBe('a:\n  b: 1\nc: 1');
  });

  it('leaves an empty list or map where the last went', () => {
    expect(editDocument('a:\n  - 1\nb: 2', ['a', 0], undefined)).toBe(
      'a: []\nb: 2',
    );
    expect(editDocument('a: {b: 1}', ['a', 'b'], undefined)).toBe('a: {}');
  });

  it('knows figures as keys', () => {
    expect(editDocument('byLevel:\n  2: 1 # two\n', ['byLevel', '2'], 3)).toBe(
      'byLevel:\n  2: 3 # two\n',
    );
  });

  it('keeps a comment between a field and its value', () => {
    expect(editDocument('a: # why\n  b: 1\n', ['a'], 2)).toMatch(/# ?why/);
  });

  it.each([
    ['is no YAML', 'a: [', ['a'], /cannot be read/],
    ['are two documents', 'a: 1\n---\nb: 1', ['a'], /cannot be read/],
    ['name what is not there', 'a: *b', ['a'], /cannot be read/],
    ['leave a gap', 'a: [1]', ['a', 3], /no place for an item 3/],
    ['share it', 'a: &x { b: 1 }\nc: *x\n', ['a', 'b'], /alias/],
    ['borrow it', 'a: &x { b: 1, d: 1 }\nc: *x', ['c', 'b'], /alias/],
  ] as const)('refuses texts that %s', (_, yaml, path, message) => {
    expect(() => editDocument(yaml, path, 2)).toThrow(message);
  });
});

describe('items of a list', () => {
  it('are inserted at a place', () => {
    const item = { id: 'new', areas: ['x'] };
    const text = '- id: new\n    areas:\n      - x\n';
    expect(insertItem(YAML, checks, 0, item)).toBe(
      YAML.replace('  # The first', `  ${text}  # The first`),
    );
    expect(insertItem(YAML, checks, 1, item)).toBe(
      YAML.replace('  # The second', `  ${text}  # The second`),
    );
    expect(insertItem(YAML, checks, 2, item)).toBe(
      YAML.replace('  # Nothing', `  ${text}  # Nothing`),
    );
    expect(insertItem('a: 1\n', ['list'], 0, 1)).toBe('a: 1\nlist:\n  - 1\n');
  });

  it('go with the comments directly above them, and empty lines stay', () => {
    const [first, second, end] = ['The first', 'The second', 'Nothing'].map(
      words => YAML.indexOf(`  # ${words}`),
    );
    const swapped = [
      YAML.slice(0, first),
      YAML.slice(second, end),
      '\n',
      YAML.slice(first, second - 1),
      YAML.slice(end),
    ].join('');
    expect(moveItem(YAML, checks, 0, 1)).toBe(swapped);
    expect(moveItem(YAML, checks, 1, 0)).toBe(swapped);
    expect(moveItem(swapped, checks, 0, 1)).toBe(YAML);
    expect(moveItem(YAML, checks, 1, 1)).toBe(YAML);
    expect(removeItem(YAML, checks, 0)).toBe(
      YAML.slice(0, first) + YAML.slice(second),
    );
  });

  it.each([
    [() => insertItem(YAML, checks, 3, 1), 'has no place 3 (expected 0 to 2)'],
    [() => removeItem(YAML, checks, 2), 'has no place 2 (expected 0 to 1)'],
    [() => moveItem(YAML, checks, 0, -1), 'has no place -1 (expected 0 to 1)'],
    [() => removeItem(YAML, ['kind'], 0), 'kind is no list'],
  ])('have their places', (edit, message) => {
    expect(edit).toThrow(message);
  });
});
