import type { JsonValue } from '@backstage/types';
import { Horizon } from '../time';
import { compileExpression } from './compileExpression';

const facts = {
  a: {
    huge: 1e308,
    tiny: 5e-324,
    one: 1,
    infinite: Infinity,
    none: NaN,
    figures: [1, NaN],
  },
};

function run(source: string) {
  const { evaluate } = compileExpression(source, { returns: 'score' });
  return evaluate(facts, new Horizon(0));
}

describe('figures', () => {
  it.each([
    '(a.huge * 10) / (a.huge * 10) < 1',
    'a.one / a.tiny > 5',
    'a.huge + a.huge > 1',
    '-a.huge - a.huge < 1',
    'a.one / (a.one - 1) > 5',
    'a.one % 0 < 1',
  ])('that come out infinite are of no use in %s', source => {
    expect(run(source)).toEqual({ kind: 'wrong-type' });
    expect(run(`!(${source})`)).toEqual({ kind: 'wrong-type' });
  });

  it.each([
    ...['<', '<=', '>', '>=', '==', '!='].flatMap(op => [
      `a.none ${op} 1`,
      `1 ${op} a.none`,
      `a.infinite ${op} 1`,
      `-a.infinite ${op} 1`,
      `a.infinite ${op} a.infinite`,
    ]),
    'a.one / a.infinite < 1',
    'a.one % a.infinite == 1',
    'a.none * 0 < 1',
    '!(a.none in [1, 2])',
    '!(2 in a.figures)',
    'a.figures != [1, 2]',
    'a.figures == a.figures',
    'a.figures.all(x, x < 3)',
    'a.figures[1] < 3',
  ])('that are not finite are of no use in %s', source => {
    expect(run(source)).toEqual({ kind: 'wrong-type' });
  });

  it.each([
    ['1 in a.figures', true],
    ['a.figures == [2, 3]', false],
    ['a.huge / 10 > 1', true],
    ['a.tiny / a.huge == 0', true],
  ])('decide where they can: %s', (source, value) => {
    expect(run(source)).toEqual({ kind: 'value', value });
  });
});

describe('what is nested', () => {
  const nested = (depth: number, value: JsonValue) => {
    let found = value;
    for (let i = 0; i < depth; i++) found = i % 2 ? { found } : [found];
    return found;
  };
  const compare = (source: string, depth: number) => {
    const { evaluate } = compileExpression(source, { returns: 'boolean' });
    const a = { x: nested(depth, 1), y: nested(depth, 1) };
    return evaluate({ a }, new Horizon(0));
  };

  it.each([100, 3000, 20_000])('is compared, or unknown: %s', depth => {
    const isTold = depth === 100;
    const told = (value: boolean) =>
      isTold ? { kind: 'value', value } : { kind: 'wrong-type' };
    expect(compare('a.x == a.y', depth)).toEqual(told(true));
    expect(compare('a.x != a.y', depth)).toEqual(told(false));
    expect(compare('a.x[0] in [a.y[0]]', depth + 1)).toEqual(told(true));
  });
});
