import { defaultDocuments, policyWith } from '../__fixtures__/defaults';
import { compilePolicy, parsePolicyFile, type PolicyError } from '.';

function policyText(spec: string): string {
  return `apiVersion: aligned-autonomy/v1
kind: Policy
metadata: { name: ours }
spec:
${spec.replace(/^/gm, '  ')}`;
}

function scorecardText(checks: string, rest = '', role = 'readiness'): string {
  return `apiVersion: aligned-autonomy/v1
kind: Scorecard
metadata: { name: ours, title: Ours }
spec:
  role: ${role}
${rest}  checks:
${checks.replace(/^/gm, '    ')}`;
}

/** The lines of the error that further documents cause. */
function mistakesOf(...texts: string[]): string[] {
  const documents = texts.flatMap(
    text => parsePolicyFile(text, 'ours.yaml').documents,
  );
  try {
    compilePolicy([...defaultDocuments(), ...documents]);
  } catch (error) {
    expect((error as PolicyError).issues.length).toBeGreaterThan(0);
    return (error as PolicyError).message.split('\n');
  }
  return [];
}

describe('merging', () => {
  it('overrides fields one by one, levels by level and areas by id', () => {
    const { policy } = policyWith(
      policyText(`levels: [{ level: 3, minReadiness: 70 }]
areas:
  - { id: budget, consequence: high }
  - { id: hiring, title: Hiring, consequence: high, ownedBy: central }
guardrails: { grace: { high: P2D } }
readiness: { bands: [{ band: ready, maxGaps: 2 }, { band: not-ready }] }`),
      policyText('levels: [{ level: 3, minAccountability: 0.7 }]'),
    );
    expect(policy.levels[2]).toMatchObject({
      title: 'Expanded autonomy with feedback loops',
      minReadiness: 70,
      minAccountability: 0.7,
    });
    expect(policy.areas.find(({ id }) => id === 'budget')).toMatchObject({
      title: 'Budget',
      consequence: 'high',
    });
    expect(policy.areas).toHaveLength(12);
    expect(policy.guardrails.grace).toEqual({
      low: 604_800_000,
      medium: 604_800_000,
      high: 172_800_000,
      critical: 0,
    });
    expect(policy.readiness.bands).toHaveLength(2);
  });

  it('overrides how boards decide matter by matter', () => {
    const { policy } = policyWith(
      policyText('governance: { rules: { promotion: { quorum: 3 } } }'),
      policyText(
        'governance: { rules: { grant: { lapsesAfter: P7D } }, appealWithin: P10D }',
      ),
    );
    const { governance } = policyWith().policy;
    expect(policy.governance).toEqual({
      ...governance,
      rules: {
        ...governance.rules,
        promotion: { quorum: 3, approval: 'majority' },
        grant: { ...governance.rules.grant, lapsesAfter: 7 * 86_400_000 },
      },
      appealWithin: 10 * 86_400_000,
    });
  });

  it('names the line of a matter that may not lapse', () => {
    expect(
      mistakesOf(
        policyText(
          'governance:\n  rules:\n    promotion: { lapsesAfter: P30D }',
        ),
      ),
    ).toEqual([
      'ours.yaml:7: spec.governance.rules.promotion.lapsesAfter: has no meaning here, for a matter that ends with what it is about (expected nothing, found P30D)',
    ]);
  });

  it('replaces a scorecard by name, and takes a disabled one away', () => {
    const replaced = policyWith(
      scorecardText('- { id: one, title: One, expression: a.b }').replace(
        'name: ours',
        'name: readiness',
      ),
    );
    expect(
      replaced.compiled.find(({ name }) => name === 'readiness')?.checks,
    ).toHaveLength(1);
    const without = policyWith(`apiVersion: aligned-autonomy/v1
kind: Scorecard
metadata: { name: guardrails, disabled: true }
`);
    expect(without.scorecards.map(({ name }) => name)).toEqual([
      'accountability',
      'levels',
      'readiness',
    ]);
  });

  it('gives checks the instant of their first publication', () => {
    const { compiled } = compilePolicy(defaultDocuments(), {
      published: { tracing: 1000 },
    });
    const published = compiled
      .flatMap(({ checks }) => checks)
      .filter(({ publishedAt }) => publishedAt !== undefined);
    expect(published.map(({ definition: { id } }) => id)).toEqual(['tracing']);
    expect(published[0].publishedAt).toBe(1000);
  });

  it('leaves the documents as they were', () => {
    const documents = defaultDocuments();
    const before = JSON.stringify(documents);
    compilePolicy(documents);
    expect(JSON.stringify(documents)).toBe(before);
  });
});

describe('mistakes', () => {
  it.each([
    [
      'a wrong expression',
      scorecardText('- id: one\n  title: One\n  expression: slo.a >='),
      /^ours\.yaml:9: spec\.checks\[0\]\.expression: .*\(at character 9\)$/,
    ],
    [
      'a misspelt fact of our own',
      scorecardText(
        '- { id: one, title: One, expression: catalog.owner.exits }',
      ),
      'ours.yaml:7: spec.checks[0].expression: unknown fact catalog.owner.exits (did you mean catalog.owner.exists?)',
    ],
    [
      'an applicability that needs more than the catalog',
      scorecardText(
        '- { id: one, title: One, expression: a.b, when: slo.exists }',
      ),
      'ours.yaml:7: spec.checks[0].when: may read catalog facts only (found slo.exists)',
    ],
    [
      'a check id that exists already in the role',
      scorecardText('- { id: tracing, title: One, expression: a.b }'),
      /^ours\.yaml:7: spec\.checks\[0\]\.id: check tracing exists already in role readiness \(readiness\.yaml:\d+\)$/,
    ],
    [
      'a check id that exists already in another role',
      scorecardText(
        '- { id: tracing, title: One, expression: a.b }',
        '',
        'accountability',
      ),
      /^ours\.yaml:7: spec\.checks\[0\]\.id: check tracing exists already in role readiness \(readiness\.yaml:\d+\)$/,
    ],
    [
      'an unknown area',
      scorecardText(
        '- { id: one, title: One, expression: a.b, areas: [deploymnt] }',
        '',
        'guardrails',
      ),
      /^ours\.yaml:7: spec\.checks\[0\]\.areas\[0\]: unknown area .*did you mean deployment\?/,
    ],
    [
      'a filter that is none',
      scorecardText(
        '- { id: one, title: One, expression: a.b }',
        '  filter: { $al: [] }\n',
      ),
      /^ours\.yaml:6: spec\.filter: is not a filter predicate/,
    ],
    [
      'a minimum that falls from one level to the next',
      policyText('levels: [{ level: 4, minReadiness: 50 }]'),
      'ours.yaml:5: spec.levels[0].minReadiness: must not fall (expected at least 65, found 50)',
    ],
    [
      'criteria for level 1',
      policyText('levels: [{ level: 1, minReadiness: 10 }]'),
      'ours.yaml:5: spec.levels[0].minReadiness: level 1 has no criteria (expected nothing)',
    ],
    [
      'trust that an area no longer needs once more is at stake',
      policyText(
        'levels:\n  - level: 4\n    minTrust: { value: 0.75, consequences: [high] }',
      ),
      'ours.yaml:7: spec.levels[0].minTrust.consequences: must hold every consequence above its lowest (expected high, critical, found high)',
    ],
    [
      'a table in which worse costs less',
      policyText('trust: { loss: { high: { critical: 0.1 } } }'),
      /^ours\.yaml:5: spec\.trust\.loss\.high\.critical: must not fall \(expected at least 0.5, found 0.1\)$/,
    ],
    [
      'a default area that is none',
      policyText('trust: { defaultArea: ops }'),
      /^ours\.yaml:5: spec\.trust\.defaultArea: unknown area/,
    ],
    [
      'an area without a title',
      policyText('areas: [{ id: hiring, consequence: low, ownedBy: domain }]'),
      'ours.yaml:5: spec.areas[0].title: is missing (expected string, found nothing)',
    ],
    [
      'an item of a replaced list that lacks a field',
      policyText('readiness: { bands: [{ maxGaps: 2 }, { band: ready }] }'),
      /^ours\.yaml:5: spec\.readiness\.bands\[0\]\.band: is missing/,
    ],
    [
      'a scorecard to disable that is none',
      `apiVersion: aligned-autonomy/v1
kind: Scorecard
metadata: { name: guardrail, disabled: true }`,
      /^ours\.yaml:3: metadata\.name: there is no scorecard to disable: .* \(did you mean guardrails\?\)$/,
    ],
    [
      'a fact named like a property that every object has',
      scorecardText(
        '- { id: one, title: One, expression: constructor.b, level: 4, when: catalog.constructor }',
        '',
        'levels',
      ),
      'ours.yaml:7: spec.checks[0].when: unknown fact catalog.constructor',
    ],
    [
      'a bound of the level that loosens with the consequence',
      policyText('guardrails: { mandatoryLevelBound: { critical: 3 } }'),
      'ours.yaml:5: spec.guardrails.mandatoryLevelBound.critical: must not rise (expected at most 2, found 3)',
    ],
    [
      'a filter with a number that is none',
      scorecardText(
        '- { id: one, title: One, expression: a.b }',
        '  filter: { spec.type: .nan }\n',
      ),
      /^ours\.yaml:6: spec\.filter: is not a filter predicate/,
    ],
    [
      'a linked tool that counts more than passing',
      scorecardText(
        '- { id: one, title: One, expression: a.b, linkedBy: catalog.tools.ci, passAt: 0.4 }',
      ),
      'ours.yaml:7: spec.checks[0].passAt: must not be below what a linked tool counts (expected at least 0.5, found 0.4)',
    ],
    [
      'a guardrail that narrows to less than stopping leaves',
      `${policyText('guardrails: { caps: { stop: 2 } }')}
---
${scorecardText(
  '- { id: one, title: One, expression: a.b, areas: [budget], narrowTo: 1 }',
  '',
  'guardrails',
)}`,
      'ours.yaml:13: spec.checks[0].narrowTo: must leave at least what effect stop leaves (expected at least 2, found 1)',
    ],
    [
      'bands without an open end',
      policyText('readiness: { bands: [{ band: ready, maxGaps: 2 }] }'),
      'ours.yaml:5: spec.readiness.bands[0].maxGaps: has no meaning in the last band, which is for all the rest (expected nothing, found 2)',
    ],
  ])('%s', (_name, text, expected) => {
    const [first] = mistakesOf(text);
    expect(first).toMatch(expected);
  });

  it('reports every mistake at once, one line each', () => {
    const lines = mistakesOf(
      scorecardText(`- { id: one, title: One, expression: a. }
- { id: two, title: Two, expression: a.b, when: "1" }
- { id: three, title: Three, expression: now }`),
    );
    expect(lines).toHaveLength(3);
  });

  it('says what is missing when there is no complete policy', () => {
    expect(() => compilePolicy([])).toThrow(
      /^policy:1: spec\.levels: is missing/,
    );
  });
});
