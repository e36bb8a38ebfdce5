import { policyWith } from '../../__fixtures__/defaults';

const DAY = 86_400_000;
const PAYMENTS = 'domain:default/payments';

function overlay(spec: string, name = 'payments', domain = PAYMENTS): string {
  return `apiVersion: aligned-autonomy/v1
kind: Overlay
metadata: { name: ${name}, domain: '${domain}' }
spec:
${spec.replace(/^/gm, '  ')}
`;
}

function check(
  policy: ReturnType<typeof policyWith>,
  id: string,
  role?: string,
) {
  return policy.compiled
    .filter(scorecard => !role || scorecard.role === role)
    .flatMap(({ checks }) => checks)
    .find(({ definition }) => definition.id === id);
}

describe('an overlay', () => {
  it('tightens the policy in its domain and nowhere else', () => {
    const policy = policyWith(
      overlay(`levels: [{ level: 3, minReadiness: 70, promotion: board }]
areas: [{ id: budget, consequence: high }]
guardrails: { grace: { low: P5D, medium: P5D, high: P2D }, caps: { narrow: 2 } }
ladder: { demotionGrace: P7D }
exemptions: { maxDuration: P30D, maxDebt: 0.05 }
grants: { renewals: 0 }
governance: { rules: { promotion: { quorum: 3 }, exemption: { approval: unanimous } } }
accountability: { requiredCeiling: 0.2 }
rights: { byLevel: { 4: { critical: 2 } } }
decisions: { actorCaps: { agent: { low: 3 } } }
trust: { need: { low: 0.5 } }`),
    );
    const tightened = policy.forDomains([PAYMENTS]);
    expect(tightened.policy).toMatchObject({
      guardrails: {
        grace: { high: 2 * DAY, critical: 0 },
        caps: { narrow: 2, stop: 1 },
      },
      ladder: { demotionGrace: 7 * DAY },
      exemptions: { maxDuration: 30 * DAY, renewals: 1, maxDebt: 0.05 },
      grants: { maxDuration: 90 * DAY, renewals: 0 },
      governance: {
        rules: {
          promotion: { quorum: 3, approval: 'majority' },
          exemption: { quorum: 1, approval: 'unanimous' },
          bypass: { quorum: 2, approval: 'unanimous', lapsesAfter: 30 * DAY },
        },
      },
      accountability: { requiredCeiling: 0.2 },
      decisions: { actorCaps: { agent: { low: 3, medium: 3 } } },
      trust: { need: { low: 0.5 } },
    });
    expect(tightened.policy.levels[2].minReadiness).toBe(70);
    expect(tightened.policy.rights.byLevel[4].critical).toBe(2);
    expect(
      tightened.policy.areas.find(({ id }) => id === 'budget')?.consequence,
    ).toBe('high');
    expect(tightened.base).toBe(policy.policy);
    expect(policy.policy.levels[2].minReadiness).toBe(65);
    expect(tightened.version).toBe(policy.version);
  });

  it('gives the same policy for the same chain, and the base where it has no say', () => {
    const policy = policyWith(overlay('ladder: { demotionGrace: P7D }'));
    expect(policy.overlays).toEqual([PAYMENTS]);
    expect(policy.forDomains([])).toBe(policy);
    expect(policy.forDomains(['domain:default/other'])).toBe(policy);
    const tightened = policy.forDomains([PAYMENTS]);
    expect(policy.forDomains(['domain:default/other', PAYMENTS])).toBe(
      tightened,
    );
    expect(tightened.forDomains([PAYMENTS])).toBe(tightened);
  });

  it('adds checks of its own in any role', () => {
    const policy = policyWith(
      overlay(`add:
  - role: readiness
    checks: [{ id: chaos, title: Chaos, expression: a.b, weight: 5 }]
  - role: guardrails
    filter: { spec.type: service }
    checks: [{ id: card-data, title: Cards, areas: [data-access], expression: a.b }]`),
    );
    expect(check(policy, 'chaos')).toBeUndefined();
    const tightened = policy.forDomains([PAYMENTS]);
    expect(check(tightened, 'chaos')).toMatchObject({
      role: 'readiness',
      scorecard: 'payments.1',
      overlay: PAYMENTS,
    });
    const [added] = tightened.compiled.slice(-1);
    expect(added.matches({ spec: { type: 'website' } })).toBe(false);
    expect(added.matches({ spec: { type: 'service' } })).toBe(true);
    expect(tightened.scorecards.map(({ name }) => name)).toContain(
      'payments.2',
    );
  });

  it('tightens checks of the base and keeps what they were', () => {
    const tightened = policyWith(
      overlay(`checks:
  - { id: licences-allowed, effect: narrow, narrowTo: 2, mandatory: true, grace: P0D }
  - { id: two-reviewers-on-data-exports, effect: stop }
  - { id: l3-team-load, promotionOnly: false }
  - { id: accountable-reviews, passAt: 0.9, required: true }
  - { id: structured-logs, attestable: false }`),
    ).forDomains([PAYMENTS]);
    expect(check(tightened, 'licences-allowed')).toMatchObject({
      definition: {
        effect: 'narrow',
        narrowTo: 2,
        mandatory: true,
        grace: 0,
      },
      base: { effect: 'inform' },
    });
    expect(
      check(tightened, 'two-reviewers-on-data-exports')?.definition,
    ).toMatchObject({ effect: 'stop', narrowTo: undefined });
    expect(check(tightened, 'l3-team-load')?.definition.promotionOnly).toBe(
      false,
    );
    expect(check(tightened, 'accountable-reviews')?.definition).toMatchObject({
      passAt: 0.9,
      required: true,
    });
    expect(check(tightened, 'structured-logs')?.definition.attestable).toBe(
      false,
    );
    expect(check(tightened, 'tracing')?.base).toBeUndefined();
  });

  it('says of each fact what it has to meet for the higher score', () => {
    const policy = policyWith(
      `apiVersion: aligned-autonomy/v1
kind: Scorecard
metadata: { name: own, title: Own }
spec:
  role: readiness
  checks: [{ id: outcomes, title: Outcomes, passAt: 0.5, expression: decisions.outcomeShare }]
`,
      overlay('checks: [{ id: outcomes, passAt: 0.9 }]'),
    );
    const [bound, tightened] = [policy, policy.forDomains([PAYMENTS])].map(
      layered =>
        check(layered, 'outcomes')?.expression.bounds.get(
          'decisions.outcomeShare',
        ),
    );
    expect(bound).toEqual([{ operator: '>=', value: 0.5 }]);
    expect(tightened).toEqual([{ operator: '>=', value: 0.9 }]);
  });

  it('is replaced by a later one of its name', () => {
    const policy = policyWith(
      overlay('ladder: { demotionGrace: P7D }'),
      overlay('ladder: { demotionGrace: P10D }'),
    );
    expect(policy.forDomains([PAYMENTS]).policy.ladder.demotionGrace).toBe(
      10 * DAY,
    );
  });
});

describe('a chain of overlays', () => {
  const PARENT = 'domain:default/commerce';

  it('takes the stricter of each field, in whatever order', () => {
    const policy = policyWith(
      overlay(`levels: [{ level: 4, minReadiness: 90, minTrust: { value: 0.8, consequences: [high, critical] } }]
checks: [{ id: within-budget, narrowTo: 3, grace: P5D }]`),
      overlay(
        `levels: [{ level: 4, minReadiness: 95, minTrust: { value: 0.75, consequences: [critical, high, medium] } }]
guardrails: { caps: { narrow: 2 } }
checks: [{ id: within-budget, grace: P2D }]`,
        'commerce',
        PARENT,
      ),
    );
    const tightened = policy.forDomains([PAYMENTS, PARENT]);
    expect(policy.forDomains([PARENT, PAYMENTS])).toBe(tightened);
    expect(tightened.policy.levels[3]).toMatchObject({
      minReadiness: 95,
      minTrust: { value: 0.8 },
    });
    expect(
      [...tightened.policy.levels[3].minTrust!.consequences].sort(),
    ).toEqual(['critical', 'high', 'medium']);
    // The one narrows to 3 where the other lets every guardrail narrow to 2.
    expect(check(tightened, 'within-budget')?.definition).toMatchObject({
      narrowTo: 2,
      grace: 2 * DAY,
    });
  });
});
