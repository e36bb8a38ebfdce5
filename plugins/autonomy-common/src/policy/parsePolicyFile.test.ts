import { formatPolicyIssue, parsePolicyFile } from '.';

function issuesOf(text: string): string[] {
  return parsePolicyFile(text, 'my.yaml').issues.map(formatPolicyIssue);
}

const SCORECARD = `apiVersion: aligned-autonomy/v1
kind: Scorecard
metadata:
  name: mine
  title: Mine
spec:
  role: readiness
  checks:
    - id: first
      title: First
      expression: slo.target > 0
`;

describe('parsePolicyFile', () => {
  it.each([
    ['levels: [{ title: Mine }]', 'spec.levels[0].level: is missing'],
    ['areas: [{ title: Mine }]', 'spec.areas[0].id: is missing'],
  ])('asks for the key of an item: %s', (spec, expected) => {
    const [first, ...others] = issuesOf(
      `apiVersion: aligned-autonomy/v1\nkind: Policy\nmetadata: { name: mine }\nspec: { ${spec} }\n`,
    );
    expect(first).toContain(`my.yaml:4: ${expected}`);
    expect(others).toEqual([]);
  });

  it('reads several documents and gives checks their defaults', () => {
    const { documents, issues } = parsePolicyFile(
      `${SCORECARD}---\n# only a comment\n---\n${SCORECARD.replace(
        'mine',
        'other',
      )}`,
      'my.yaml',
    );
    expect(issues).toEqual([]);
    expect(documents.map(d => d.kind !== 'Policy' && d.name)).toEqual([
      'mine',
      'other',
    ]);
    expect(documents[0]).toMatchObject({
      kind: 'Scorecard',
      value: {
        name: 'mine',
        role: 'readiness',
        checks: [{ id: 'first', weight: 1, passAt: 1 }],
      },
    });
  });

  it('names file, line and field of a misspelt field, in one line', () => {
    expect(issuesOf(SCORECARD.replace('expression', 'expresion'))).toEqual([
      'my.yaml:11: spec.checks[0].expresion: unknown field (did you mean expression?)',
      'my.yaml:9: spec.checks[0].expression: is missing (expected string, found nothing)',
    ]);
  });

  it.each([
    [
      ['role: readiness', 'role: readyness'],
      'my.yaml:7: spec.role: is not allowed (expected one of readiness, guardrails, levels, accountability, found "readyness") (did you mean readiness?)',
    ],
    [
      ['kind: Scorecard', 'kind: ScoreCard'],
      'my.yaml:2: kind: is not allowed (expected one of Policy, Scorecard, Overlay, found "ScoreCard") (did you mean Scorecard?)',
    ],
    [
      ['title: First', 'title: First\n      weight: -1'],
      'my.yaml:11: spec.checks[0].weight: is out of bounds (expected more than 0, found -1)',
    ],
    [
      ['title: First', 'title: First\n      weight: .nan'],
      'my.yaml:11: spec.checks[0].weight: has the wrong type (expected number, found NaN)',
    ],
    [
      ['title: First', 'title: First\n      weight: 1e9'],
      'my.yaml:11: spec.checks[0].weight: is out of bounds (expected at most 1000, found 1000000000)',
    ],
    [
      ['title: First', 'title: [First]'],
      'my.yaml:10: spec.checks[0].title: has the wrong type (expected string, found ["First"])',
    ],
    [
      ['title: First', 'title: First\n      level: 2'],
      /^my\.yaml:11: spec\.checks\[0\]\.level: unknown field \(expected one of id, title, section, /,
    ],
    [
      ['title: First', 'title: First\n      effectiveFrom: tomorrow'],
      'my.yaml:11: spec.checks[0].effectiveFrom: not a date (expected e.g. 2026-03-01 or 2026-03-01T09:00:00Z, found tomorrow)',
    ],
    [
      ['title: First', 'title: First\n      effectiveFrom: 2026-02-30'],
      'my.yaml:11: spec.checks[0].effectiveFrom: not a date (expected e.g. 2026-03-01 or 2026-03-01T09:00:00Z, found 2026-02-30)',
    ],
    [
      ['title: First', 'title: First\n      fix: { text: Do, url: ftp://a }'],
      'my.yaml:11: spec.checks[0].fix.url: is not valid (expected an http or https URL, found "ftp://a")',
    ],
    [
      ['kind: Scorecard\n', ''],
      'my.yaml:1: kind: is missing (expected one of Policy, Scorecard, Overlay, found nothing)',
    ],
    [
      ['title: Mine', 'title: Mine\n  disabled: "yes"'],
      'my.yaml:6: metadata.disabled: has the wrong type (expected boolean, found "yes")',
    ],
    [
      ['title: First', 'title: *first'],
      'my.yaml:10: Unresolved alias (the anchor must be set before the alias): first',
    ],
    [
      ['title: First', 'title: First\n      x: 1'],
      /^my\.yaml:11: spec\.checks\[0\]\.x: unknown field \(expected one of/,
    ],
    [['title: First', '\ttitle: First'], /^my\.yaml:10: Tabs are not allowed/],
    [
      ['title: Mine', '<<: { title: Mine }'],
      'my.yaml:5: metadata.<<: unknown field (expected one of name, title, description, owner, disabled)',
    ],
    [
      ['id: first', 'id: First Check'],
      'my.yaml:9: spec.checks[0].id: is not valid (expected lower-case words joined by -, found "First Check")',
    ],
    [
      ['aligned-autonomy/v1', 'aligned-autonomy/v2'],
      'my.yaml:1: apiVersion: is not allowed (expected aligned-autonomy/v1, found "aligned-autonomy/v2") (did you mean aligned-autonomy/v1?)',
    ],
    [
      ['role: readiness', 'role: levels'],
      'my.yaml:9: spec.checks[0].level: is missing (expected one of 2, 3, 4, found nothing)',
    ],
    [
      ['role: readiness', 'role: guardrails'],
      'my.yaml:9: spec.checks[0].areas: is missing (expected array, found nothing)',
    ],
    [
      ['  title: Mine\n', ''],
      'my.yaml:3: metadata.title: is missing (expected string, found nothing)',
    ],
    [['title: Mine', 'title: "Mine'], /^my\.yaml:\d+: .*quote/],
    [['name: mine', 'name: mine\n  name: mine'], /^my\.yaml:5: .*unique/],
  ])('%p', ([from, to], expected) => {
    const issues = issuesOf(SCORECARD.replace(from, to));
    expect(issues[0]).toMatch(expected);
  });

  it('finds the line of each field in flow style, and in every document', () => {
    expect(
      issuesOf(`${SCORECARD}---
a: [
---
{ apiVersion: aligned-autonomy/v1, kind: Scorecard,
  metadata: { name: other, title: Other },
  spec: { role: readiness, checks: [
    { id: a, title: A,
      expression: a.b, wieght: 3 },
    { id: b, title: B, expression: a.b, passAt: 7 } ] } }
`),
    ).toEqual([
      expect.stringMatching(/^my\.yaml:14: Flow sequence/),
      'my.yaml:19: spec.checks[0].wieght: unknown field (did you mean weight?)',
      'my.yaml:20: spec.checks[1].passAt: is out of bounds (expected at most 1, found 7)',
    ]);
  });

  it('refuses aliases that multiply', () => {
    const levels = ['a', 'b', 'c', 'd', 'e'].map((name, i, all) => {
      const item = i === 0 ? 'x' : `*${all[i - 1]}`;
      return `${name}: &${name} [${Array(10).fill(item).join(', ')}]`;
    });
    expect(issuesOf(levels.join('\n'))).toEqual([
      expect.stringMatching(
        /^my\.yaml:5: e\[\d\]\[\d\]: the document holds too much, aliases followed/,
      ),
    ]);
  });

  it('refuses durations that vary and misspelt fields of a policy', () => {
    expect(
      issuesOf(`apiVersion: aligned-autonomy/v1
kind: Policy
metadata: { name: ours }
spec:
  trust:
    window: P1Y
    halfLifeMonth: 3
`),
    ).toEqual([
      'my.yaml:6: spec.trust.window: years and months vary in length, write days (expected a duration such as P30D, found P1Y)',
      'my.yaml:7: spec.trust.halfLifeMonth: unknown field (did you mean halfLifeMonths?)',
    ]);
  });

  it.each([
    ['Policy', ''],
    ['Overlay', ', domain: domain:default/payments'],
  ])('refuses a level or an area that one %s names twice', (kind, metadata) => {
    expect(
      issuesOf(`apiVersion: aligned-autonomy/v1
kind: ${kind}
metadata: { name: ours${metadata} }
spec:
  levels:
    - { level: 3, minReadiness: 70 }
    - { level: 4, minReadiness: 90 }
    - { level: 3, minReadiness: 66 }
  areas:
    - { id: budget, consequence: critical }
    - { id: budget, consequence: high }
`),
    ).toEqual([
      'my.yaml:8: spec.levels[2].level: 3 exists already in this document (my.yaml:6)',
      'my.yaml:11: spec.areas[1].id: budget exists already in this document (my.yaml:10)',
    ]);
  });

  it('takes a policy that sets only what differs', () => {
    const { documents, issues } = parsePolicyFile(
      `apiVersion: aligned-autonomy/v1
kind: Policy
metadata: { name: ours }
spec:
  levels: [{ level: 3, minReadiness: 70 }]
`,
      'my.yaml',
    );
    expect(issues).toEqual([]);
    expect(documents).toHaveLength(1);
  });

  it.each(['just words', '- a list', '42'])('refuses %p', text =>
    expect(issuesOf(text)).toEqual([
      'my.yaml:1: is not a Policy, Scorecard or Overlay document',
    ]),
  );
});
