import { defaultDocuments } from '../__fixtures__/defaults';
import {
  compilePolicy,
  formatPolicyIssue,
  lintPolicy,
  parsePolicyFile,
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
      'ours.yaml:7: spec.checks: is out of bounds (expected at most 1000 items, found 10000 items)',
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
    ['open brackets', '['.repeat(50_000)],
    ['nested lists', `${'['.repeat(50_000)}${']'.repeat(50_000)}`],
    ['nested maps', `${'{a: '.repeat(50_000)}1${'}'.repeat(50_000)}`],
    ['nested dashes', `${'- '.repeat(50_000)}x`],
  ])('are refused in time however deep: %s', (_name, text) => {
    const issues = issuesOf(policy(text));
    expect(issues[0]).toMatch(/^ours\.yaml:\d+: /);
  });

  it('change nothing but themselves', () => {
    parsePolicyFile(policy('{ __proto__: { polluted: true } }'), 'ours.yaml');
    expect({}).not.toHaveProperty('polluted');
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
