import { range } from 'lodash';
import { FactSightings } from './FactSightings';

function see(...documents: object[]) {
  const sightings = new FactSightings();
  documents.forEach(each => sightings.add('ours', each as any, 1));
  return Object.fromEntries(sightings.byPath);
}

describe('facts that were seen', () => {
  it('have a path, a type and how many say so', () => {
    expect(
      see(
        { a: { b: true }, at: '2026-06-01T00:00:00Z', ns: [1] },
        { a: { b: false, c: 1.5 }, name: 'x', ts: ['a'] },
      ),
    ).toEqual({
      'ours.a.b': { type: 'boolean', documents: 2, example: 'true' },
      'ours.a.c': { type: 'number', documents: 1, example: '1.5' },
      'ours.at': {
        type: 'instant',
        documents: 1,
        example: '"2026-06-01T00:00:00Z"',
      },
      'ours.name': { type: 'text', documents: 1 },
      'ours.ns': { type: 'numbers', documents: 1 },
      'ours.ts': { type: 'texts', documents: 1 },
    });
  });

  it('never show what a text says', () => {
    const seen = see(
      { a: 'secret', b: ['secret'], c: [{ d: 'secret' }] },
      { a: '2026-06-01T00:00:00Z' },
    );
    expect(JSON.stringify(seen)).not.toContain('secret');
    expect(seen['ours.a'].type).toBe('text');
    expect(seen['ours.c'].type).toBe('any');
  });

  it.each([
    [[1], ['a'], 'any'],
    [true, 1, 'any'],
    [[], ['a'], 'texts'],
    [[], [], undefined],
  ])('are of a type that fits %j and %j', (one, other, type) => {
    expect(see({ x: one }, { x: other })['ours.x'].type).toBe(type);
  });

  it('leave out what no expression can read, and what is not there', () => {
    expect(see({ 'a-b': 1, 'c.d': 1, e: null, f: {} })).toEqual({});
  });

  it('are two thousand at the most', () => {
    const names = range(3_000).map(n => [`n${n}`, 1]);
    expect(Object.keys(see(Object.fromEntries(names)))).toHaveLength(2_000);
  });
});
