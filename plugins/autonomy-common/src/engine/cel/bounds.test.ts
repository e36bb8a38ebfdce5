import { compileExpression } from './compileExpression';

const facts = { slo: { rate: 'number' } } as const;

function boundsOf(source: string, passAt?: number) {
  const { bounds } = compileExpression(source, {
    returns: 'score',
    passAt,
    facts,
    matcher: () => () => true,
  });
  return Object.fromEntries(bounds);
}

const DAY = 86_400_000;

describe('boundsOf', () => {
  it.each([
    ['a.b', [{ operator: '==', value: true }]],
    ['!a.b', [{ operator: '==', value: false }]],
    ['a.b >= 0.9', [{ operator: '>=', value: 0.9 }]],
    ['3 >= a.b', [{ operator: '<=', value: 3 }]],
    ['-1 < a.b', [{ operator: '>', value: -1 }]],
    ['!(a.b < 3)', [{ operator: '>=', value: 3 }]],
    ["a.b != ''", [{ operator: '!=', value: '' }]],
    ["!(a.b == 'x')", [{ operator: '!=', value: 'x' }]],
    ["a.b in ['x', 'y']", [{ operator: 'in', value: ['x', 'y'] }]],
    ["!(a.b in ['x'])", [{ operator: 'not-in', value: ['x'] }]],
    ["'x' in a.b", [{ operator: 'contains', value: 'x' }]],
    ["!('x' in a.b)", [{ operator: 'not-contains', value: 'x' }]],
    ["a.b.contains('x')", [{ operator: 'contains', value: 'x' }]],
    ["a.b.startsWith('x')", [{ operator: 'starts-with', value: 'x' }]],
    ["a.b.endsWith('x')", [{ operator: 'ends-with', value: 'x' }]],
    ["re2(a.b, '^x')", [{ operator: 'matches', value: '^x' }]],
    ["within(a.b, 'P2D')", [{ operator: 'within', value: 2 * DAY }]],
    ["!within(a.b, 'P2D')", [{ operator: 'not-within', value: 2 * DAY }]],
    ['has(a.b)', [{ operator: 'exists' }]],
    ['!has(a.b)', [{ operator: 'not-exists' }]],
    ['has(a.b) && a.b > 3', [{ operator: '>', value: 3 }]],
    [
      "has(a.b) && within(a.b, 'P2D') || within(a.b, 'P2D')",
      [{ operator: 'within', value: 2 * DAY, alternative: true }],
    ],
    ['size(a.b) > 2', [{ operator: '>', value: 2, size: true }]],
    ['2 < a.b.size()', [{ operator: '>', value: 2, size: true }]],
    [
      'a.b > 1 && a.b < 3',
      [
        { operator: '>', value: 1 },
        { operator: '<', value: 3 },
      ],
    ],
    [
      'a.b < 1 || a.b > 3',
      [
        { operator: '<', value: 1, alternative: true },
        { operator: '>', value: 3, alternative: true },
      ],
    ],
    [
      '!(a.b >= 1 && a.b <= 3)',
      [
        { operator: '<', value: 1, alternative: true },
        { operator: '>', value: 3, alternative: true },
      ],
    ],
    [
      '!(a.b < 1 || a.b > 3)',
      [
        { operator: '>=', value: 1 },
        { operator: '<=', value: 3 },
      ],
    ],
  ])('tells of %s what the fact has to meet', (source, bounds) => {
    expect(boundsOf(source)).toEqual({ 'a.b': bounds });
  });

  it.each([
    'a.b ? true : false',
    'a.b.all(x, x > 3)',
    'a.b / 2 > 3',
    "!a.b.startsWith('x')",
    'size(a.b) == size(a.c)',
    '1 == 2',
  ])('tells nothing of %s', source => {
    expect(boundsOf(source)).toEqual({});
  });

  it('reads a comparison of facts from both sides', () => {
    expect(boundsOf('a.b > a.c && a.d in e.f')).toEqual({
      'a.b': [{ operator: '>', fact: 'a.c' }],
      'a.c': [{ operator: '<', fact: 'a.b' }],
      'a.d': [{ operator: 'in', fact: 'e.f' }],
      'e.f': [{ operator: 'contains', fact: 'a.d' }],
    });
  });

  it('asks a score for what it passes at', () => {
    const atLeast = (value: number) => [{ operator: '>=', value }];
    expect(boundsOf('slo.rate', 0.8)).toEqual({ 'slo.rate': atLeast(0.8) });
    expect(boundsOf('slo.rate')).toEqual({ 'slo.rate': atLeast(1) });
    expect(boundsOf('a.share', 0.8)).toEqual({ 'a.share': atLeast(0.8) });
  });

  it('cannot be changed', () => {
    const { bounds } = compileExpression('a.b', { returns: 'boolean' });
    expect(Object.isFrozen(bounds.get('a.b'))).toBe(true);
    expect(Object.isFrozen(bounds.get('a.b')![0])).toBe(true);
  });
});
