import { defaultDocuments } from '../__fixtures__/defaults';
import {
  compilePolicy,
  formatPolicyIssue,
  lintPolicy,
  parsePolicyFile,
  type PolicyError,
} from '.';

function policy(spec: string): string {
  return `apiVersion: aligned-autonomy/v1
kind: Policy
metadata: { name: ours }
spec: ${spec}
`;
}

function scorecard(checks: string, filter = '{}'): string {
  return `apiVersion: aligned-autonomy/v1
kind: Scorecard
metadata: { name: ours, title: Ours }
spec:
  role: readiness
  filter: ${filter}
  checks: ${checks}
`;
}

function issuesOf(text: string): string[] {
  return parsePolicyFile(text, 'ours.yaml').issues.map(formatPolicyIssue);
}

function compiledIssuesOf(text: string): string[] {
  const { documents, issues } = parsePolicyFile(text, 'ours.yaml');
  expect(issues).toEqual([]);
  try {
    compilePolicy([...defaultDocuments(), ...documents]);
    return [];
  } catch (error) {
    return (error as PolicyError).issues.map(formatPolicyIssue);
  }
}

function matching(expected: string | RegExp): RegExp {
  return typeof expected === 'string'
    ? new RegExp(`^${expected.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}$`)
    : expected;
}

describe('documents that mean harm', () => {
  it.each([
    [
      'a number without end',
      policy('{ trust: { rho: 1e400 } }'),
      'ours.yaml:4: spec.trust.rho: has the wrong type (expected number, found Infinity)',
    ],
    [
      'a duration beyond all dates',
      policy('{ trust: { window: P99999999D } }'),
      'ours.yaml:4: spec.trust.window: is out of bounds (expected at most P36525D, found P99999999D)',
    ],
    [
      'a duration beyond all numbers',
      policy(`{ trust: { window: P${'9'.repeat(400)}D } }`),
      /^ours\.yaml:4: spec\.trust\.window: duration is too long/,
    ],
    [
      'a group so small that it is a person',
      policy('{ fatigue: { minAnswers: 1 } }'),
      'ours.yaml:4: spec.fatigue.minAnswers: is out of bounds (expected at least 3, found 1)',
    ],
    [
      'a key that is no field',
      policy('{ catalog: { tools: { __proto__: [a] } } }'),
      'ours.yaml:4: spec.catalog.tools.__proto__: is not allowed as a field name',
    ],
    [
      'such a key in a filter',
      scorecard('[]', '{ $all: [{ __proto__: { kind: a } }] }'),
      'ours.yaml:6: spec.filter.$all[0].__proto__: is not allowed as a field name',
    ],
    [
      'more checks than anybody reads',
      scorecard(
        JSON.stringify(
          Array.from({ length: 10_000 }, (_, i) => ({
            id: `c${i}`,
            title: 'C',
            expression: 'a.b',
          })),
        ),
      ),
      'ours.yaml:7: spec.checks: is out of bounds (expected at most 1,000 items, found 10,000 items)',
    ],
    [
      'a name as long as a book',
      scorecard(`[{ id: ${'a'.repeat(100_000)}, title: A, expression: a.b }]`),
      /^ours\.yaml:7: spec\.checks\[0\]\.id: is out of bounds \(expected at most 63 characters, found .{0,70}\)$/,
    ],
  ])('are refused: %s', (_name, text, expected) => {
    const [first] = issuesOf(text);
    expect(first).toMatch(expected);
  });

  it.each([
    ['open brackets', '['.repeat(50_000), 'spec[0][0]', '50,001'],
    [
      'nested lists',
      `${'['.repeat(10_000)}${']'.repeat(10_000)}`,
      'spec[0][0]',
      '10,001',
    ],
    [
      'nested maps',
      `${'{a: '.repeat(10_000)}1${'}'.repeat(10_000)}`,
      'spec.a.a',
      '10,001',
    ],
    ['nested dashes', `\n${'- '.repeat(10_000)}x`, 'spec[0][0]', '10,001'],
  ])('are refused however deep: %s', (_name, text, field, levels) => {
    const [issue, ...others] = issuesOf(policy(text));
    expect(others).toEqual([]);
    expect(issue.replace(/:[45]:/, ':')).toBe(
      `ours.yaml: ${field}: is nested too deeply (expected at most 50 levels, found ${levels} levels)`,
    );
  });

  it.each([
    [
      'an expression of 1 MB',
      scorecard(
        `[{ id: a, title: A, expression: 'a.b == "${'x'.repeat(
          1_048_576,
        )}"' }]`,
      ),
      'ours.yaml:1: the text is too long (expected at most 512 kB, found 1,048 kB)',
    ],
    [
      'one byte too many, although fewer characters',
      '€'.repeat(170_667),
      'ours.yaml:1: the text is too long (expected at most 512 kB, found 513 kB)',
    ],
    [
      'signs and nothing but signs',
      ']'.repeat(500_000),
      'ours.yaml:1: the text holds too much (expected at most 150,000 words and signs, found more)',
    ],
    [
      'a map in which each key is compared with every other',
      policy(`{ ${Array.from({ length: 20_000 }, (_, i) => `f${i}: 1`)} }`),
      'ours.yaml:4: spec: is out of bounds (expected at most 1,000 fields, found 20,000 fields)',
    ],
    [
      'a document for every letter',
      '---\nx\n'.repeat(10_000),
      'ours.yaml:401: the text holds too many documents (expected at most 200 documents, found more)',
    ],
    [
      'an alias of itself',
      policy('&a { trust: *a }'),
      'ours.yaml:4: spec.trust.trust: is nested too deeply, aliases followed (expected at most 50 levels, found more)',
    ],
    [
      'aliases of aliases of aliases',
      policy(
        `{ a0: &a0 [x, x, x, x, x, x, x, x, x, x], ${Array.from(
          { length: 6 },
          (_, i) =>
            `a${i + 1}: &a${i + 1} [${Array(10).fill(`*a${i}`).join(', ')}]`,
        ).join(', ')} }`,
      ),
      /^ours\.yaml:4: spec\.a4\[\d\]: the document holds too much, aliases followed \(expected at most 100,000 values, found more\)$/,
    ],
    [
      'more aliases than anybody follows',
      policy(`{ a: &a 1, b: [${Array(200).fill('*a').join(', ')}] }`),
      'ours.yaml:4: spec.b[99]: the text holds too many aliases (expected at most 100 aliases, found more)',
    ],
    [
      'an older YAML, which merges',
      '%YAML 1.1\n---\na: { <<: { b: 1 } }',
      'ours.yaml:1: directives are not available (expected %YAML 1.2 or none, found %YAML 1.1)',
    ],
    [
      'a field with a name as long as a book',
      policy(`{ ${'x'.repeat(400_000)}: 1 }`),
      /^ours\.yaml:4: spec\.x{77}\.\.\.: unknown field \(expected one of levels, .{0,400}\)$/,
    ],
  ])('are refused at once: %s', (_name, text, expected) => {
    const issues = issuesOf(text);
    expect(issues).toEqual([expect.stringMatching(matching(expected))]);
  });

  it('are told the first of their mistakes, and how many there are', () => {
    const text = policy(`[${Array(500).fill('"\\q"').join(', ')}]`);
    const issues = issuesOf(text);
    expect(issues).toHaveLength(101);
    expect(issues[0]).toBe('ours.yaml:4: Invalid escape sequence \\q');
    expect(issues[100]).toBe('ours.yaml:4: 400 further mistakes from here on');
  });

  it('are read where they use aliases as people do', () => {
    const text = `%YAML 1.2
---
${scorecard(`
    - { id: a, title: &title The same, expression: a.b }
    - { id: b, title: *title, expression: a.b }`)}`;
    const { documents, issues } = parsePolicyFile(text, 'ours.yaml');
    expect(issues).toEqual([]);
    expect(documents).toMatchObject([
      { value: { checks: [{ title: 'The same' }, { title: 'The same' }] } },
    ]);
  });

  it('change nothing but themselves', () => {
    parsePolicyFile(policy('{ __proto__: { polluted: true } }'), 'ours.yaml');
    expect({}).not.toHaveProperty('polluted');
  });
});

describe('checks that mean harm', () => {
  const asking = (...expressions: string[]) =>
    scorecard(
      JSON.stringify(
        expressions.map((expression, i) => ({
          id: `c${i}`,
          title: 'C',
          expression,
        })),
      ),
    );

  it.each([
    [
      'an expression of 500 kB',
      asking('x'.repeat(500_000)),
      'the expression is too long (expected at most 2000 characters, found 500000) (at character 2001)',
    ],
    [
      'brackets inside of brackets',
      asking(`${'('.repeat(900)}a.b${')'.repeat(900)}`),
      'the expression is nested too deeply (expected at most 40 levels, found more than 250) (at character 251)',
    ],
    [
      'a comprehension inside another',
      asking('a.b.all(x, a.b.all(y, y > x))'),
      'all may read its own x only (found a.b) (at character 12)',
    ],
    [
      'a comprehension over its own items',
      asking('a.b.all(x, x.all(y, y > 1))'),
      'all cannot be used inside another comprehension (at character 12)',
    ],
    [
      'a regular expression that could hang',
      asking('a.b.matches("^(a+)+$")'),
      "matches is refused because a regular expression can hang, write re2(text, 'pattern') (at character 1)",
    ],
    [
      'a pattern that repeats its repetitions',
      asking(`re2(a.b, '${'('.repeat(30)}a{1,9}${'){1,9}'.repeat(30)}')`),
      'the pattern is too big (expected at most 512 steps once compiled, found more than a million) (at character 10)',
    ],
  ])('are refused at once: %s', (_name, text, message) => {
    expect(compiledIssuesOf(text)).toEqual([
      `ours.yaml:7: spec.checks[0].expression: ${message}`,
    ]);
  });

  it('are refused where two have one id', () => {
    const text = scorecard(
      '[{ id: a, title: A, expression: a.b }, { id: a, title: A, expression: a.b }]',
    );
    expect(compiledIssuesOf(text)).toEqual([
      'ours.yaml:7: spec.checks[1].id: check a exists already in role readiness (ours.yaml:7)',
    ]);
  });

  it('are not all compiled where the first hundred are refused', () => {
    const pattern = '[a-z]{900}'.repeat(45);
    const text = asking(...Array(800).fill(`re2(a.b, '${pattern}')`));
    expect(compiledIssuesOf(text)).toHaveLength(100);
  });

  it('are looked through in time however many conditions they have', () => {
    const conditions = (name: string, count: number) =>
      Array.from({ length: count }, (_, i) => `has(a.${name}${i})`);
    const choices = conditions('b', 34).map(
      (test, i) => `${test} ? 0.${i + 1} : `,
    );
    const expression = `${choices.join('')}${conditions('c', 70).join(
      ' || ',
    )} ? 0.9 : 0.8`;
    expect(compiledIssuesOf(asking(...Array(20).fill(expression)))).toEqual([]);
  });
});

describe('lintPolicy', () => {
  it('finds nothing to say about the defaults', () => {
    expect(lintPolicy(defaultDocuments())).toEqual([]);
  });

  it('names the line of what passes because something is absent', () => {
    const { documents } = parsePolicyFile(
      scorecard("[{ id: own, title: Own, expression: '!has(a.b)' }]"),
      'ours.yaml',
    );
    const all = [...defaultDocuments(), ...documents];
    expect(() => compilePolicy(all)).not.toThrow();
    expect(lintPolicy(all)).toMatchObject([
      { file: 'ours.yaml', line: 7, field: 'spec.checks[0].expression' },
    ]);
  });
});
