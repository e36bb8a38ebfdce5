import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { policyWith } from '../../__fixtures__/defaults';
import { formatPolicyIssue } from '../PolicyIssue';
import { parseCheckTests } from './parseCheckTests';
import { runCheckTests } from './runCheckTests';

const SCORECARD = `
apiVersion: aligned-autonomy/v1
kind: Scorecard
metadata: { name: extra, title: Extra }
spec:
  role: readiness
  checks:
    - id: slo-met
      title: The objective is met
      expression: slo.availability.p30 >= 0.99 && slo.window == 'P30D'
      when: catalog.type == 'service'
    - id: drilled
      title: Drilled
      expression: within(drill.at, 'P90D')
      attestable: true
      effectiveFrom: 2025-06-01
    - id: traces
      title: Traces
      expression: "size(traces.sampled) > 3 ? 1.0 : 0.25"
      linkedBy: catalog.tools.logs
    - id: no-incidents
      title: None open
      expression: incidents.open == 0
`;
const OVERLAY = `
apiVersion: aligned-autonomy/v1
kind: Overlay
metadata: { name: pay, domain: domain:default/payments }
spec:
  checks: [{ id: coverage, passAt: 0.9 }]
  add:
    - role: readiness
      checks: [{ id: four-eyes, title: Four eyes, expression: reviews.two }]
`;
const COVERAGE = `
apiVersion: aligned-autonomy/v1
kind: Scorecard
metadata: { name: tested, title: Tested }
spec:
  role: readiness
  checks: [{ id: coverage, title: Coverage, passAt: 0.5, expression: tests.coverage }]
`;
const policy = policyWith(SCORECARD, COVERAGE, OVERLAY);

function tests(...cases: string[]) {
  const lines = cases.map(line => `  - ${line}`);
  return `apiVersion: aligned-autonomy/v1\nkind: CheckTests\nmetadata: { name: a }\ncases:\n${lines.join(
    '\n',
  )}\n`;
}

function run(...cases: string[]) {
  const parsed = parseCheckTests(tests(...cases), 'extra.test.yaml');
  expect(parsed.issues).toEqual([]);
  return runCheckTests(policy, parsed.tests);
}

const messages = (...cases: string[]) =>
  run(...cases).map(({ message }) => message);

const service = 'catalog: { type: service }';

describe('runCheckTests', () => {
  it.each([
    `{ check: slo-met, ${service}, facts: { slo: { availability: { p30: 0.99 }, window: P30D } }, expect: pass, score: 1 }`,
    `{ check: slo-met, ${service}, facts: { slo.availability.p30: 0.9, slo: { window: P30D } }, expect: fail }`,
    `{ check: slo-met, ${service}, facts: { slo: { availability.p30: 0.99, window: P30D } }, expect: pass }`,
    `{ check: slo-met, ${service}, facts: { slo: { availability.p30: 0.99 } }, expect: unknown }`,
    `{ check: slo-met, ${service}, ageOfFacts: P3D, facts: { slo: { availability.p30: 0.9 } }, expect: unknown }`,
    `{ check: slo-met, facts: {}, expect: not-applicable }`,
    `{ check: drilled, facts: { drill.at: '2025-12-01T00:00:00Z' }, expect: pass }`,
    `{ check: drilled, facts: { drill.at: '2025-12-01T00:00:00Z' }, at: '2026-05-01', expect: unknown, ageOfFacts: P9D }`,
    `{ check: drilled, at: '2025-05-31T23:59:59Z', expect: announced }`,
    `{ check: drilled, attestation: yes, expect: pass }`,
    `{ check: drilled, attestation: no, expect: fail }`,
    `{ check: traces, facts: { traces.sampled: [] }, expect: fail, score: 0.25 }`,
    `{ check: traces, catalog: { tools.logs: true }, expect: fail, score: 0.5 }`,
    `{ check: no-incidents, facts: { incidents: { open: 0 } }, ageOfFacts: P9D, expect: pass }`,
    `{ check: four-eyes, facts: { reviews.two: true }, expect: pass }`,
    `{ check: coverage, facts: { tests.coverage: 0.7 }, expect: pass }`,
    `{ check: coverage, domain: 'domain:default/payments', facts: { tests.coverage: 0.7 }, expect: fail }`,
  ])('agrees: %s', text => {
    expect(messages(text)).toEqual([undefined]);
  });

  it('says what was expected, found and read', () => {
    expect(
      messages(
        `{ check: slo-met, ${service}, facts: { slo: { availability.p30: 0.9 } }, expect: pass }`,
        `{ check: slo-met, ${service}, ageOfFacts: P1D, facts: { slo: { availability.p30: 0.995, window: P1D } }, expect: unknown }`,
        `{ check: drilled, expect: fail }`,
        `{ check: traces, facts: { traces.sampled: [1] }, expect: fail, score: 0.5 }`,
        `{ check: slo-mett, expect: fail }`,
      ),
    ).toEqual([
      'expected pass, found fail (score 0); slo.availability.p30 is 0.9, slo.window is missing',
      'expected unknown, found fail (score 0); slo.availability.p30 is 0.995 (stale), slo.window is "P1D" (stale)',
      'expected fail, found unknown (fact-missing); drill.at is missing',
      'expected fail (score 0.5), found fail (score 0.25); traces.sampled is [1]',
      'there is no check slo-mett (did you mean slo-met?)',
    ]);
  });

  it('tells where a case stands', () => {
    const [, second] = run(
      '{ check: drilled, expect: fail }',
      '{ check: drilled, name: Never, expect: unknown }',
    );
    expect(second).toMatchObject({
      file: 'extra.test.yaml',
      line: 6,
      check: 'drilled',
      name: 'Never',
      passed: true,
      found: { state: 'unknown', unknownReason: 'fact-missing' },
    });
  });
});

describe('parseCheckTests', () => {
  const issuesOf = (text: string) =>
    parseCheckTests(text, 'a.test.yaml').issues.map(formatPolicyIssue);

  it.each([
    [
      '{ check: drilled, expected: pass }',
      'a.test.yaml:5: cases[0].expected: unknown field (did you mean expect?)',
    ],
    [
      '{ check: drilled, expect: passes }',
      'a.test.yaml:5: cases[0].expect: is not allowed (expected one of pass, fail, unknown, not-applicable, announced, found "passes") (did you mean pass?)',
    ],
    [
      '{ check: drilled, expect: fail, at: soon }',
      'a.test.yaml:5: cases[0].at: not a date (expected e.g. 2026-03-01 or 2026-03-01T09:00:00Z, found soon)',
    ],
    [
      '{ check: drilled, expect: fail, catalog: { lifecylce: production } }',
      'a.test.yaml:5: cases[0].catalog: unknown fact catalog.lifecylce (did you mean catalog.lifecycle?)',
    ],
    [
      '{ check: drilled, expect: fail, facts: { catalog: { type: a } } }',
      'a.test.yaml:5: cases[0].facts.catalog: belongs into the field catalog of the case',
    ],
    [
      '{ check: drilled, expect: fail, facts: { drill: yes } }',
      'a.test.yaml:5: cases[0].facts.drill: is no collector with its facts (expected e.g. slo: { availability: 0.99 })',
    ],
    [
      '{ check: drilled, expect: fail, facts: { drill: { __proto__: 1 } } }',
      'a.test.yaml:5: cases[0].facts.drill.__proto__: is not allowed as a field name',
    ],
    [
      '{ check: drilled, expect: fail, facts: { a.b.c.d.e.f.g.h.i.j: 1 } }',
      'a.test.yaml:5: cases[0].facts: is no fact (expected facts nested at most 8 deep)',
    ],
  ])('names the mistake in %s', (text, expected) => {
    expect(issuesOf(tests(text))).toContain(expected);
  });

  it.each([
    ['a: [', /^a\.test\.yaml:1: /],
    ['a: *b', /^a\.test\.yaml:1: .*alias/],
    ['- 1', /^a\.test\.yaml:1: /],
    [tests(), /cases: /],
    ['x'.repeat(600_000), /at most 512 kB/],
  ])('names what cannot be read at all: %.20s', (text, expected) => {
    const [first] = issuesOf(text);
    expect(first).toMatch(expected);
  });

  it('reads several documents, and nothing of an empty one', () => {
    const one = tests('{ check: a, expect: pass }');
    expect(parseCheckTests(`${one}---\n---\n${one}`, 'a').tests).toHaveLength(
      2,
    );
    expect(parseCheckTests('# nothing', 'a')).toEqual({
      tests: [],
      issues: [],
    });
  });
});

describe('the page of the documentation', () => {
  const page = resolve(
    __dirname,
    '../../../../../docs/reference/check-tests.md',
  );
  const [scorecard, cases] = [
    ...readFileSync(page, 'utf8').matchAll(/```yaml\n(.*?)```/gs),
  ].map(([, yaml]) => yaml);

  it('shows tests that hold', () => {
    const { tests: shown, issues } = parseCheckTests(cases, 'page.test.yaml');
    const results = runCheckTests(policyWith(scorecard), shown);
    expect(issues).toEqual([]);
    expect(results.map(({ message }) => message)).toEqual(
      Array.from(results, () => undefined),
    );
    expect(results.length).toBeGreaterThan(3);
  });
});
