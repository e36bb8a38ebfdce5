import fc from 'fast-check';
import type { KnownFact } from '../../api/checkInsight';
import { compileExpression, FACT_TYPES, type FactType } from '../../engine';
import { anyExpression } from '../../engine/cel/__testUtils__/expressions';
import { checkExpression, type ExpressionUse } from './checkExpression';
import { completeExpression } from './completeExpression';
import { declaredFacts } from './declaredFacts';
import { EXPRESSION_FUNCTIONS } from './functions';

const fact = (path: string, type: FactType, example?: string): KnownFact => ({
  path,
  type,
  isDeclared: true,
  ...(example !== undefined && { example }),
});

const FACTS = [
  fact('slo.availability', 'number', '0.995'),
  fact('slo.window.days', 'number'),
  fact('slo.name', 'text'),
  fact('slo.odd-key', 'boolean'),
  fact('catalog.tags', 'texts'),
  fact('catalog.owner.exists', 'boolean'),
];

/** What is offered where `|` stands, and what it would replace. */
function offered(marked: string, use: ExpressionUse = 'check') {
  const offset = marked.indexOf('|');
  const source = marked.replace('|', '');
  const { from, to, options } = completeExpression(source, offset, {
    facts: FACTS,
    use,
  });
  return {
    replaces: source.slice(from, to),
    labels: options.map(({ label }) => label),
    options,
  };
}

const VALUES = [
  ...FACTS.map(({ path }) => path).sort(),
  ...['has', 'within', 'size', 're2', 'true', 'false'],
];

describe('completeExpression', () => {
  it.each(['|', 'slo.met && |', '!|', '(|', "'a' in |", 'size(|', '[1, |'])(
    'offers every value at %s',
    marked => {
      expect(offered(marked)).toMatchObject({ replaces: '', labels: VALUES });
    },
  );

  it('replaces the word that was begun', () => {
    expect(offered('a.b && sl|o')).toMatchObject({
      replaces: 'slo',
      labels: VALUES,
    });
  });

  it('offers what is below a dot', () => {
    expect(offered('slo.|').labels).toEqual([
      'availability',
      'name',
      'window.days',
    ]);
    expect(offered('slo.window.da|ys > 3')).toMatchObject({
      replaces: 'days',
      labels: ['days'],
    });
    expect(offered('slo.name.|').labels).toEqual([
      ...['contains', 'startsWith', 'endsWith'],
      ...['lowerAscii', 'upperAscii', 'trim'],
    ]);
    expect(offered('catalog.tags.|').labels).toEqual([
      ...['all', 'exists', 'exists_one', 'filter'],
    ]);
    expect(offered('slo.availability.|').labels).toEqual([]);
    expect(offered('slo.name.trim().|').labels).toContain('contains');
    expect(offered('new.thing.|').labels).toContain('contains');
  });

  it('tells what each is', () => {
    const [first] = offered('|').options.filter(
      ({ label }) => label === 'slo.availability',
    );
    expect(first).toEqual({
      label: 'slo.availability',
      kind: 'fact',
      detail: 'number, e.g. 0.995',
      apply: 'slo.availability',
    });
    expect(offered('|').options).toContainEqual(
      expect.objectContaining({ label: 'has', apply: 'has(' }),
    );
    expect(offered('|').options).toContainEqual(
      expect.objectContaining({ apply: 'slo["odd-key"]' }),
    );
  });

  it('offers operators behind a value', () => {
    for (const marked of ['slo.met |', '(1) |', "'a' |", 'slo.met i|']) {
      expect(offered(marked).labels).toEqual(
        expect.arrayContaining(['&&', '==', 'in']),
      );
    }
  });

  it.each([
    ...["slo.name == 'sl|o'", "slo.name == 'sl|", '"a\\"|"', 'r"\\|'],
    ...['1|', 'a.b // sl|o', 're2(slo.name, |', 'catalog.tags.all(|'],
  ])('offers nothing at %s', marked => {
    expect(offered(marked).labels).toEqual([]);
  });

  it('offers durations, facts to has, and nothing but the variable to a comprehension', () => {
    expect(offered('within(slo.name, |)').labels).toContain("'P90D'");
    expect(offered('has(|)').labels).toEqual(FACTS.map(f => f.path).sort());
    const inside = offered('catalog.tags.exists(tag, |)').labels;
    expect(inside[0]).toBe('tag');
    expect(inside).not.toContain('slo.name');
    expect(offered('catalog.tags.exists(tag, tag.|)').labels).toContain('trim');
    expect(offered('catalog.tags.exists(tag, tag == 1) && |').labels).toEqual(
      VALUES,
    );
  });

  it.each<ExpressionUse>(['condition', 'link'])(
    'offers facts of the catalog only to a %s',
    use => {
      const facts = offered('|', use).options.filter(o => o.kind === 'fact');
      expect(facts.map(({ label }) => label)).toEqual([
        'catalog.owner.exists',
        'catalog.tags',
      ]);
      expect(offered('slo.|', use).labels).toEqual([]);
    },
  );

  it('never throws, and replaces nothing but what touches the cursor', () => {
    const scrap = fc.oneof(
      anyExpression,
      fc.string(),
      fc
        .array(
          fc.constantFrom(
            ...['slo', '.', ' ', '(', ')', "'", '"', '\\', 'r"', '"""', '['],
            ...['all', 'x', ',', '&&', '1', '.5', '//', '\n', '{', '}', 'in'],
          ),
        )
        .map(parts => parts.join('')),
    );
    fc.assert(
      fc.property(scrap, fc.nat(), (source, n) => {
        const offset = n % (source.length + 1);
        const { from, to, options } = completeExpression(source, offset, {
          facts: FACTS,
          use: 'check',
        });
        expect(from).toBeLessThanOrEqual(offset);
        expect(to).toBeGreaterThanOrEqual(offset);
        expect(source.slice(from, to)).toMatch(/^\w*$/);
        expect(options).toBeDefined();
        expect(() => checkExpression(source, { use: 'check' })).not.toThrow();
      }),
      { numRuns: 1000 },
    );
  });

  /** What makes a question of a value. */
  const QUESTIONS: Record<FactType, (value: string) => string> = {
    boolean: value => value,
    number: value => value,
    any: value => value,
    text: value => `${value} == ''`,
    instant: value => `within(${value}, 'P1D')`,
    numbers: value => `1 in ${value}`,
    texts: value => `'' in ${value}`,
  };

  it('offers only facts that can be read, whatever they are called', () => {
    const key = fc.oneof(
      fc.constantFrom('in', 'true', 'a-b', 'null', 'now', 'size', '"', '1st'),
      fc.stringMatching(/^[^.]{1,10}$/u),
    );
    const known = fc
      .tuple(
        fc.oneof(
          fc.constantFrom('in', 'now', 'slo', 'for', 'size'),
          fc.stringMatching(/^[a-z][A-Za-z0-9]{0,5}$/),
        ),
        fc.array(key, { minLength: 1, maxLength: 4 }),
        fc.constantFrom(...FACT_TYPES),
      )
      .map(([collector, keys, type]) =>
        fact([collector, ...keys].join('.'), type),
      );
    fc.assert(
      fc.property(known, one => {
        const { options } = completeExpression('', 0, {
          facts: [one],
          use: 'check',
        });
        for (const { kind, apply } of options) {
          if (kind !== 'fact') continue;
          const source = QUESTIONS[one.type](apply);
          expect(
            checkExpression(source, {
              use: 'check',
              facts: declaredFacts([one]),
            }),
          ).toMatchObject({ issues: [], facts: [one.path] });
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('EXPRESSION_FUNCTIONS', () => {
  const namesIn = (source: string) => {
    try {
      compileExpression(source, { returns: 'score' });
      return [];
    } catch (error) {
      return /one of (.*?)\)/.exec((error as Error).message)![1].split(', ');
    }
  };

  it('describes every function there is', () => {
    const described = (isCall: boolean) =>
      EXPRESSION_FUNCTIONS.filter(({ on }) => !on === isCall)
        .map(({ name }) => name)
        .sort();
    expect(described(true)).toEqual(namesIn('xyzzy(a.b)').sort());
    // A size can be asked for either way; one of them is enough to be offered.
    expect([...described(false), 'size'].sort()).toEqual(
      namesIn('a.b.xyzzy()').sort(),
    );
  });
});
