import type { JsonObject } from '@backstage/types';
import fc from 'fast-check';
import { anyExpression, anyFacts } from './__testUtils__/expressions';
import { Horizon } from '../time';
import { compileExpression } from './compileExpression';
import { lintExpression } from './lintExpression';

function rulesOf(source: string, use?: 'check' | 'condition') {
  return lintExpression(source, use).map(({ rule }) => rule);
}

const COMPARED_AS_A_WHOLE = /[!=]= [fg]/;

/** What it counts, nothing where it is unknown; undefined where it does not compile. */
function scoreOf(source: string, facts: JsonObject): number | undefined {
  try {
    const { evaluate } = compileExpression(source, { returns: 'score' });
    const outcome = evaluate(facts, new Horizon(0));
    return outcome.kind === 'value' ? Math.max(0, Number(outcome.value)) : 0;
  } catch {
    return undefined;
  }
}

describe('lintExpression', () => {
  it.each([
    '!has(a.b)',
    'has(a.b) ? a.b > 3 : true',
    '!has(a.b) || a.b > 3',
    'a.b > 3 || !has(a.b)',
    'has(a.b) == false',
    '!(has(a.b) && a.b > 3)',
    'c.d && !has(a.b)',
    'has(a.b) ? 0.2 : 1',
    'has(a.b) ? 0.2 : 0.5',
    'has(a.b) ? c.d : c.e',
  ])('finds that a missing fact helps in %s', source => {
    expect(rulesOf(source)).toEqual(['absent-fact']);
  });

  it.each([
    'size(a.b) == 0',
    'a.b.size() < 3',
    '0 == size(a.b)',
    "!('x' in a.b)",
    "a.b.all(x, x == 'y')",
    "!a.b.exists(x, x == 'y')",
    'size(a.b.filter(x, x > 3)) == 0',
    "c.d && !('x' in a.b)",
    "has(a.b) && !('x' in a.b)",
    'size(a.b) * 2 < 3',
    'a.b == []',
    '[] == a.b',
    '!(a.b != [])',
    'c.d && a.b == []',
    'a.b.filter(x, x > 3) == []',
  ])('finds that an empty list helps in %s', source => {
    expect(rulesOf(source)).toEqual(['empty-list']);
  });

  it.each([
    'a.b',
    '!a.b',
    "a.b != 'y'",
    'a.b == 0',
    'a.b || true',
    'a.b || c.d',
    'has(a.b)',
    'has(a.b) && a.b > 3',
    'has(a.b) ? a.b > 3 : false',
    'has(a.b) || c.d',
    'has(a.b) ? 1 : 0.5',
    'has(a.b.c) && a.b.c',
    '!has(a.b) && a.b',
    "'x' in a.b",
    "a.b in ['x', 'y'] && !(a.b in ['z'])",
    'size(a.b) > 0',
    "size(a.b) > 0 && a.b.all(x, x == 'y')",
    "a.b.exists(x, x == 'y')",
    "!within(a.b, 'P1D')",
    'a.b != []',
    '[] != a.b.filter(x, x > 3)',
    '!(a.b == [])',
    "a.b == ['x']",
    "'x' in a.b || a.b[0] != 'y'",
    'incidents.openCritical == 0',
  ])('finds nothing in %s', source => {
    expect(rulesOf(source)).toEqual([]);
  });

  it('says where', () => {
    expect(lintExpression('c.d && !has(a.b)')).toEqual([
      {
        rule: 'absent-fact',
        message: 'can pass because a.b is missing (at character 9)',
        position: 8,
      },
    ]);
  });

  it('finds conditions that no longer hold without a fact', () => {
    expect(rulesOf('has(a.b)', 'condition')).toEqual(['absent-fact']);
    expect(rulesOf('!has(a.b)', 'condition')).toEqual([]);
    expect(rulesOf("'x' in a.b", 'condition')).toEqual([]);
  });

  it.each([
    ['a fact that goes missing', 'is missing', undefined],
    ['a list that loses its items', 'is empty', []],
  ])('finds nothing, or %s never helps', (_what, words, left) => {
    const names = ['a', 'b', 'c'] as const;
    let lost = 0;
    fc.assert(
      fc.property(
        anyExpression,
        anyFacts,
        fc.constantFrom(...names),
        (source, { f, g = {} }, name) => {
          const facts = { f, g };
          fc.pre(left === undefined || Array.isArray(f[name]));
          fc.pre(left === undefined || !COMPARED_AS_A_WHOLE.test(source));
          const before = scoreOf(source, facts);
          fc.pre(before !== undefined);
          const found = lintExpression(source).some(({ message }) =>
            message.includes(`f.${name} ${words}`),
          );
          if (found) return;
          lost++;
          const { [name]: _lost, ...others } = f;
          const rest: JsonObject = others;
          if (left) rest[name] = left;
          expect(scoreOf(source, { f: rest, g })).toBeLessThanOrEqual(before!);
        },
      ),
      { numRuns: 1000 },
    );
    expect(lost).toBeGreaterThan(100);
  });
});
