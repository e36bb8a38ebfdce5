import { checkExpression, type ExpressionUse } from './checkExpression';
import { declaredFacts } from './declaredFacts';

const marked = (source: string, use: ExpressionUse = 'check') => {
  const { issues, warnings } = checkExpression(source, { use });
  return [...issues, ...warnings].map(
    ({ from, to, message }) => `${source.slice(from, to)}: ${message}`,
  );
};

describe('checkExpression', () => {
  it('tells what a good one reads', () => {
    expect(
      checkExpression("slo.availability >= 0.99 && 'a' in catalog.tags", {
        use: 'check',
      }),
    ).toEqual({
      issues: [],
      warnings: [],
      facts: ['catalog.tags', 'slo.availability'],
    });
  });

  it.each<[string, string]>([
    [
      'catalog.owner.exits',
      'catalog.owner.exits: unknown fact catalog.owner.exits (did you mean catalog.owner.exists?)',
    ],
    [
      'slo.met && maches(a.b)',
      'maches: unknown function maches (expected one of has, re2, size, within)',
    ],
    [
      'slo.met &&',
      '&: the expression cannot be read (expected a value, found the end)',
    ],
    ['', ': the expression cannot be read (expected a value, found the end)'],
    [
      "slo.met ? 'a' : 'b'",
      "slo.met ? 'a' : 'b': the result has the wrong type (expected a boolean or a score 0..1, found a text)",
    ],
  ])('marks the mistake in %s', (source, expected) => {
    expect(marked(source)).toEqual([expected]);
  });

  it('marks what can pass because something is absent', () => {
    expect(marked('slo.met || !has(slo.since)')).toEqual([
      'has: can pass because slo.since is missing',
    ]);
  });

  it.each<ExpressionUse>(['condition', 'link'])(
    'lets a %s read the catalog only, and be no score',
    use => {
      expect(marked('slo.met', use)).toEqual([
        'slo.met: may read catalog facts only (found slo.met)',
      ]);
      expect(marked('catalog.tier', use)).toHaveLength(1);
      expect(marked('catalog.tier == 1', use)).toEqual([]);
    },
  );

  it('knows the facts that are declared, and no tools unless it is told of some', () => {
    const facts = declaredFacts([
      { path: 'slo.met', type: 'boolean', isDeclared: true },
      { path: 'catalog.tools.logs', type: 'boolean', isDeclared: true },
      { path: 'seen.once', type: 'any', isDeclared: false },
    ]);
    const issuesOf = (source: string, known?: typeof facts) =>
      checkExpression(source, { use: 'check', facts: known }).issues.length;
    expect(issuesOf('slo.mett', facts)).toBe(1);
    expect(issuesOf('seen.twice', facts)).toBe(0);
    expect(issuesOf('catalog.tools.logs', facts)).toBe(0);
    expect(issuesOf('catalog.tools.log', facts)).toBe(1);
    expect(issuesOf('catalog.tools.log')).toBe(0);
  });
});
