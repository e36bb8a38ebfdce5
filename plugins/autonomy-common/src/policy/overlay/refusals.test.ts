import { defaultDocuments } from '../../__fixtures__/defaults';
import { compilePolicy, parsePolicyFile, type PolicyError } from '..';

const PAYMENTS = 'domain:default/payments';

function overlay(spec: string, name = 'payments', domain = PAYMENTS): string {
  return `apiVersion: aligned-autonomy/v1
kind: Overlay
metadata: { name: ${name}, domain: '${domain}' }
spec:
${spec.replace(/^/gm, '  ')}
`;
}

/** The lines of the error that documents over the defaults cause. */
function mistakesOf(...texts: string[]): string[] {
  const parsed = texts.map((text, i) =>
    parsePolicyFile(text, `${i === 0 ? 'ours' : `ours-${i}`}.yaml`),
  );
  const issues = parsed.flatMap(result => result.issues);
  if (issues.length > 0)
    return issues.map(i => `${i.line}: ${i.field}: ${i.message}`);
  try {
    compilePolicy([
      ...defaultDocuments(),
      ...parsed.flatMap(({ documents }) => documents),
    ]);
    return [];
  } catch (error) {
    expect((error as PolicyError).issues.length).toBeGreaterThan(0);
    return (error as PolicyError).message.split('\n');
  }
}

describe('what an overlay may not do', () => {
  it.each([
    [
      'lower a minimum',
      'levels: [{ level: 3, minReadiness: 60 }]',
      'ours.yaml:5: spec.levels[0].minReadiness: an overlay may only tighten (expected at least 65, found 60)',
    ],
    [
      'lengthen the grace',
      'guardrails:\n  grace:\n    high: P10D',
      'ours.yaml:7: spec.guardrails.grace.high: an overlay may only tighten (expected at most P7D, found P10D)',
    ],
    [
      'lower a consequence',
      'areas: [{ id: security, consequence: medium }]',
      'ours.yaml:5: spec.areas[0].consequence: an overlay may only tighten (expected high or stricter, found medium)',
    ],
    [
      'ask for trust in fewer areas',
      'levels: [{ level: 4, minTrust: { value: 0.9, consequences: [critical] } }]',
      'ours.yaml:5: spec.levels[0].minTrust.consequences: an overlay may only tighten (expected all of ["high","critical"], found ["critical"])',
    ],
    [
      'ask for trust only where less is at stake',
      'levels: [{ level: 3, minTrust: { value: 0.5, consequences: [high] } }]',
      'ours.yaml:5: spec.levels[0].minTrust.consequences: must hold every consequence above its lowest (expected high, critical, found high)',
    ],
    [
      'raise a cap',
      'rights: { byLevel: { 1: { low: 4 } } }',
      'ours.yaml:5: spec.rights.byLevel.1.low: an overlay may only tighten (expected at most 3, found 4)',
    ],
    [
      'decide with fewer votes',
      'governance: { rules: { promotion: { quorum: 1 } } }',
      'ours.yaml:5: spec.governance.rules.promotion.quorum: an overlay may only tighten (expected at least 2, found 1)',
    ],
    [
      'decide against votes where nobody may be against it',
      'governance: { rules: { bypass: { approval: majority } } }',
      'ours.yaml:5: spec.governance.rules.bypass.approval: an overlay may only tighten (expected unanimous or stricter, found majority)',
    ],
    [
      'let a matter lapse',
      'governance: { rules: { promotion: { lapsesAfter: P1D } } }',
      '5: spec.governance.rules.promotion.lapsesAfter: unknown field (expected one of quorum, approval)',
    ],
    [
      'appeal for longer',
      'governance: { appealWithin: P90D }',
      '5: spec.governance.appealWithin: unknown field (expected rules)',
    ],
    [
      'know a matter that the policy does not',
      'governance: { rules: { promotions: { quorum: 3 } } }',
      '5: spec.governance.rules.promotions: unknown field (did you mean promotion?)',
    ],
    [
      'promote by itself where a board decides',
      'levels: [{ level: 3, promotion: auto }]',
      'ours.yaml:5: spec.levels[0].promotion: an overlay may only tighten (expected board or stricter, found auto)',
    ],
    [
      'weaken the effect of a guardrail',
      'checks:\n  - id: personal-data-inventory\n    effect: narrow',
      'ours.yaml:7: spec.checks[0].effect: an overlay may only tighten (expected stop or stricter, found narrow)',
    ],
    [
      'lower what a check needs to pass',
      'checks: [{ id: accountable-reviews, passAt: 0.5 }]',
      'ours.yaml:5: spec.checks[0].passAt: an overlay may only tighten (expected at least 0.8, found 0.5)',
    ],
    [
      'narrow to more than the policy leaves',
      'checks: [{ id: within-budget, narrowTo: 4 }]',
      'ours.yaml:5: spec.checks[0].narrowTo: an overlay may only tighten (expected at most 3, found 4)',
    ],
    [
      'lengthen the grace that the policy gives',
      'checks: [{ id: within-budget, grace: P8D }]',
      'ours.yaml:5: spec.checks[0].grace: an overlay may only tighten (expected at most P7D, found P8D)',
    ],
    [
      'lower the consequence that areas give',
      'checks: [{ id: rollback-tested, consequence: low }]',
      'ours.yaml:5: spec.checks[0].consequence: an overlay may only tighten (expected medium or stricter, found low)',
    ],
    [
      'narrow where nothing is narrowed',
      'checks: [{ id: licences-allowed, narrowTo: 2 }]',
      'ours.yaml:5: spec.checks[0].narrowTo: has no meaning here (expected effect narrow, found inform)',
    ],
    [
      'say who maintains a check of the base',
      'checks: [{ id: tracing, passAt: 1, owner: team }]',
      '5: spec.checks[0].owner: unknown field (expected one of id, passAt, attestable, mandatory, effect, narrowTo, grace, consequence, required, promotionOnly)',
    ],
    [
      'take a criterion from the minimum',
      'checks: [{ id: personal-data-inventory, mandatory: false }]',
      '5: spec.checks[0].mandatory: is not allowed (expected true, found false)',
    ],
    [
      'set what only another role has',
      'checks: [{ id: tracing, mandatory: true }]',
      'ours.yaml:5: spec.checks[0].mandatory: has no meaning here (expected a check of role guardrails, found readiness)',
    ],
    [
      'tighten a check that is none',
      'checks: [{ id: tracin, passAt: 1 }]',
      'ours.yaml:5: spec.checks[0].id: there is no check tracin to tighten (did you mean tracing?)',
    ],
    [
      'tighten nothing of a check',
      'checks: [{ id: tracing }]',
      'ours.yaml:5: spec.checks[0]: tightens nothing (expected passAt, attestable, mandatory, effect, narrowTo, grace, consequence, required, promotionOnly)',
    ],
    [
      'add a check that the base has',
      'add:\n  - role: readiness\n    checks:\n      - { id: tracing, title: Tracing, expression: a.b }',
      /^ours\.yaml:8: spec\.add\[0\]\.checks\[0\]\.id: check tracing exists already in role readiness \(readiness\.yaml:\d+\)$/,
    ],
    [
      'add a check that the base has in another role, so that one exemption would cover both',
      'add:\n  - role: readiness\n    checks:\n      - { id: no-critical-vulnerabilities, title: None, expression: a.b }',
      /^ours\.yaml:8: spec\.add\[0\]\.checks\[0\]\.id: check no-critical-vulnerabilities exists already in role guardrails \(guardrails\.yaml:\d+\)$/,
    ],
    [
      'know an area that the policy does not',
      'areas: [{ id: securty, consequence: critical }]',
      /^ours\.yaml:5: spec\.areas\[0\]\.id: unknown area .*did you mean security\?/,
    ],
    [
      'raise one level above the next',
      'levels: [{ level: 2, minReadiness: 70 }]',
      'ours.yaml:5: spec.levels[0].minReadiness: with it, levels[2].minReadiness must not fall (expected at least 70, found 65)',
    ],
    [
      'set a field of the policy that has no stricter side',
      'trust: { window: P30D }',
      '5: spec.trust.window: unknown field (expected need)',
    ],
  ])('%s', (_name, spec, expected) => {
    const lines = mistakesOf(overlay(spec));
    expect(lines[0]).toMatch(expected);
    expect(lines).toHaveLength(1);
  });

  it.each([
    'expression: a.b',
    'when: catalog.kind == ""',
    'weight: 3',
    'filter: {}',
  ])('change the %s of a check of the base', field => {
    const [first] = mistakesOf(
      overlay(`checks:\n  - id: tracing\n    passAt: 1\n    ${field}`),
    );
    expect(first).toMatch(
      new RegExp(
        `^8: spec\\.checks\\[0\\]\\.${
          field.split(':')[0]
        }: an overlay may not change it`,
      ),
    );
  });

  it('stand for something that is no domain', () => {
    expect(mistakesOf(overlay('{}', 'payments', 'payments'))[0]).toBe(
      '3: metadata.domain: is not valid (expected the full entity ref of a domain such as domain:default/payments, found "payments")',
    );
  });

  it('take the name of the overlay of another domain', () => {
    const own = 'ladder: { demotionGrace: P7D }';
    expect(
      mistakesOf(
        overlay(own),
        overlay(own, 'payments', 'domain:default/other'),
      ),
    ).toEqual([
      'ours-1.yaml:3: metadata.domain: overlay payments exists already with another domain at ours.yaml:3 (expected domain:default/payments, found domain:default/other)',
    ]);
  });

  it('use a check id of another overlay', () => {
    const own =
      'add: [{ role: levels, checks: [{ id: own, level: 2, title: Own, expression: a.b }] }]';
    expect(
      mistakesOf(overlay(own), overlay(own, 'other', 'domain:default/other')),
    ).toEqual([
      'ours-1.yaml:5: spec.add[0].checks[0].id: check own exists already in role levels (ours.yaml:5)',
    ]);
  });

  it('use a check id of another overlay in another role', () => {
    const own = (role: string) =>
      `add: [{ role: ${role}, checks: [{ id: own, title: Own, expression: a.b }] }]`;
    expect(
      mistakesOf(
        overlay(own('readiness')),
        overlay(own('accountability'), 'other', 'domain:default/other'),
      ),
    ).toEqual([
      'ours-1.yaml:5: spec.add[0].checks[0].id: check own exists already in role readiness (ours.yaml:5)',
    ]);
  });
});
