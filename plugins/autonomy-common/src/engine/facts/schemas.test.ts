import type { FactSchema } from '../cel';
import { findDeclarationMistake } from './findDeclarationMistake';
import { findFactMistake } from './findFactMistake';
import { conformsTo, FACT_TYPES, findSchemaMistake } from './findSchemaMistake';

const schema: FactSchema = {
  encrypted: 'boolean',
  copies: 'number',
  'tool.name': 'text',
  'tool.checked.at': 'instant',
  sizes: 'numbers',
  labels: 'texts',
  rest: 'any',
};

describe('findSchemaMistake', () => {
  it('finds none where everything is as declared, or absent', () => {
    for (const facts of [
      {},
      {
        encrypted: false,
        copies: 0,
        tool: { name: '', checked: { at: '2026-06-01T12:00:00+02:00' } },
        sizes: [1, 2.5],
        labels: [],
        rest: { anything: [1, 'x', null] },
      },
      { encrypted: null, tool: null, labels: undefined },
      { tool: { name: null, checked: {} } },
    ]) {
      expect(findSchemaMistake(schema, facts)).toBeUndefined();
      expect(conformsTo(schema, facts)).toBe(true);
    }
  });

  it.each([
    [{ encrypted: 'yes' }, 'encrypted', 'true or false'],
    [{ copies: '3' }, 'copies', 'a number'],
    [{ copies: NaN }, 'copies', 'a number'],
    [{ tool: { name: 3 } }, 'tool.name', 'a text'],
    [
      { tool: { checked: { at: '2026-06-01' } } },
      'tool.checked.at',
      /with zone/,
    ],
    [
      { tool: { checked: { at: 1_780_000_000 } } },
      'tool.checked.at',
      /ISO 8601/,
    ],
    [{ tool: 'restic' }, 'tool', 'a group of facts'],
    [{ tool: ['restic'] }, 'tool', 'a group of facts'],
    [{ sizes: [1, '2'] }, 'sizes', 'a list of numbers'],
    [{ labels: ['a', null] }, 'labels', 'a list of texts'],
    [
      { encryptd: true },
      'encryptd',
      'no fact of that name (did you mean encrypted?)',
    ],
    [{ weather: null }, 'weather', 'no fact of that name'],
    [{ 'tool.name': 'restic' }, 'tool.name', /^no fact of that name/],
    [{ toString: 'x' }, 'toString', /^no fact of that name/],
    [{ tool: { name: 'x', version: 1 } }, 'tool.version', /^no fact/],
  ])('says what is wrong with %j', (facts, path, expected) => {
    const mistake = findSchemaMistake(schema, facts as any)!;
    expect(mistake.path.join('.')).toBe(path);
    expect(mistake.expected).toMatch(expected);
    expect(conformsTo(schema, facts as any)).toBe(false);
  });
});

describe('findDeclarationMistake', () => {
  it('accepts every type', () => {
    const all = FACT_TYPES.map((type, i) => [`group.fact-${i}`, type]);
    expect(findDeclarationMistake(Object.fromEntries(all))).toBeUndefined();
    expect(findDeclarationMistake(schema)).toBeUndefined();
  });

  it.each([
    [undefined, [], /paths/],
    [['a'], [], /paths/],
    [{}, [], /paths/],
    [{ a: 'bool' }, ['a'], /^one of boolean, number, text, instant/],
    [{ a: 'toString' }, ['a'], /^one of/],
    [{ '': 'text' }, [''], /a path of names/],
    [{ 'a..b': 'text' }, ['a..b'], /a path of names/],
    [{ '1a': 'text' }, ['1a'], /a path of names/],
    [{ 'a.b.c': 'text', a: 'any' }, ['a.b.c'], /not below another/],
  ])('refuses %j', (declared, path, expected) => {
    expect(findDeclarationMistake(declared)).toEqual({
      path,
      expected: expect.stringMatching(expected),
    });
  });
});

describe('findFactMistake', () => {
  const circle: Record<string, unknown> = {};
  circle.self = circle;

  it('finds none in JSON of a sane size', () => {
    const facts = { a: [1, { b: null }], c: 'x', d: undefined, e: false };
    expect(findFactMistake(facts)).toBeUndefined();
    expect(findFactMistake(Object.create(null))).toBeUndefined();
  });

  it.each([
    ['a list', [], [], /object of facts/],
    ['a date', { a: new Date() }, ['a'], /JSON/],
    ['a map', { a: new Map() }, ['a'], /JSON/],
    ['a function', { toJSON: () => 'x' }, ['toJSON'], /JSON/],
    ['a big integer', { a: [1n] }, ['a', 0], /JSON/],
    ['a gap', { a: [undefined] }, ['a', 0], /JSON/],
    ['infinity', { a: Infinity }, ['a'], /finite/],
    ['a circle', circle, Array(8).fill('self'), /nested/],
    ['a special name', JSON.parse('{"__proto__":1}'), ['__proto__'], /name/],
    ['too much', { a: 'é'.repeat(20_000) }, [], /32768 bytes/],
  ])('finds %s', (_, facts, path, expected) => {
    expect(findFactMistake(facts)).toEqual({
      path,
      expected: expect.stringMatching(expected),
    });
  });
});
