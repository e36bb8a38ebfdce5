import { defaultPolicy, policyWith } from '../../__fixtures__/defaults';
import { diffPolicies } from '.';

const base = defaultPolicy();

function policyText(spec: string): string {
  return `apiVersion: aligned-autonomy/v1
kind: Policy
metadata: { name: ours }
spec: ${spec}
`;
}

function guardrail(rest: string, filter = 'service'): string {
  return `apiVersion: aligned-autonomy/v1
kind: Scorecard
metadata: { name: ours, title: Ours }
spec:
  role: guardrails
  filter: { spec.type: ${filter} }
  checks: [{ id: own, title: Own, expression: a.b, areas: [budget], ${rest} }]
`;
}

function overlay(spec: string): string {
  return `apiVersion: aligned-autonomy/v1
kind: Overlay
metadata: { name: payments, domain: domain:default/payments }
spec: ${spec}
`;
}

describe('diffPolicies', () => {
  it('finds nothing between a policy and itself', () => {
    expect(diffPolicies(base, policyWith())).toEqual([]);
  });

  it('names fields of the policy by level and area, as they are written', () => {
    const after = policyWith(
      policyText(`
  levels: [{ level: 3, minReadiness: 70 }, { level: 2, minReadiness: 30 }]
  areas: [{ id: budget, consequence: high }, { id: hiring, title: Hiring, consequence: low, ownedBy: domain }]
  guardrails: { grace: { low: P8D } }
  trust: { window: P300D, repeatCap: 4 }
  catalog: { tools: { chat: [example.com/room] } }`),
    );
    const subject = { subject: 'policy', change: 'changed' };
    expect(diffPolicies(base, after)).toEqual([
      {
        ...subject,
        field: 'areas.budget.consequence',
        from: 'medium',
        to: 'high',
        effect: 'tightens',
      },
      {
        ...subject,
        field: 'areas.hiring',
        to: {
          id: 'hiring',
          title: 'Hiring',
          consequence: 'low',
          ownedBy: 'domain',
        },
      },
      { ...subject, field: 'catalog.tools.chat', to: ['example.com/room'] },
      {
        ...subject,
        field: 'guardrails.grace.low',
        from: 'P7D',
        to: 'P8D',
        effect: 'loosens',
      },
      {
        ...subject,
        field: 'levels.2.minReadiness',
        from: 40,
        to: 30,
        effect: 'loosens',
      },
      {
        ...subject,
        field: 'levels.3.minReadiness',
        from: 65,
        to: 70,
        effect: 'tightens',
      },
      {
        ...subject,
        field: 'trust.repeatCap',
        from: 5,
        to: 4,
        effect: 'loosens',
      },
      { ...subject, field: 'trust.window', from: 'P365D', to: 'P300D' },
    ]);
  });

  it('tells that a minimum of trust tightens, and its end loosens', () => {
    const minTrust = { value: 0.5, consequences: ['high', 'critical'] };
    const after = policyWith(
      policyText(
        `{ levels: [{ level: 3, minTrust: ${JSON.stringify(minTrust)} }] }`,
      ),
    );
    const change = {
      subject: 'policy',
      change: 'changed',
      field: 'levels.3.minTrust',
    };
    expect(diffPolicies(base, after)).toEqual([
      { ...change, to: minTrust, effect: 'tightens' },
    ]);
    expect(diffPolicies(after, base)).toEqual([
      { ...change, from: minTrust, effect: 'loosens' },
    ]);
  });

  it('finds nothing before an area that is named like a property of every object', () => {
    const area = {
      id: 'constructor',
      title: 'Building',
      consequence: 'low',
      ownedBy: 'domain',
    };
    const after = policyWith(
      policyText(`{ areas: [${JSON.stringify(area)}] }`),
    );
    const change = {
      subject: 'policy',
      change: 'changed',
      field: 'areas.constructor',
    };
    expect(diffPolicies(base, after)).toEqual([{ ...change, to: area }]);
    expect(diffPolicies(after, base)).toEqual([{ ...change, from: area }]);
  });

  it('tells the same backwards', () => {
    const after = policyWith(
      policyText('{ ladder: { demotionGrace: P7D } }'),
      guardrail('effect: stop'),
    );
    const effects = (changes: ReturnType<typeof diffPolicies>) =>
      changes.map(({ subject, change, effect }) => [subject, change, effect]);
    expect(effects(diffPolicies(base, after))).toEqual([
      ['policy', 'changed', 'tightens'],
      ['scorecard', 'added', undefined],
      ['check', 'added', 'tightens'],
    ]);
    expect(effects(diffPolicies(after, base))).toEqual([
      ['policy', 'changed', 'loosens'],
      ['scorecard', 'removed', undefined],
      ['check', 'removed', 'loosens'],
    ]);
  });

  it('compares checks and scorecards field by field', () => {
    const before = policyWith(guardrail('grace: P2D, weight: 2'));
    const after = policyWith(
      guardrail('grace: P1D, mandatory: true, effect: inform', 'website'),
    );
    const check = {
      subject: 'check',
      change: 'changed',
      role: 'guardrails',
      id: 'own',
    };
    expect(diffPolicies(before, after)).toEqual([
      {
        ...check,
        subject: 'scorecard',
        id: 'ours',
        field: 'filter',
        from: { 'spec.type': 'service' },
        to: { 'spec.type': 'website' },
      },
      {
        ...check,
        field: 'effect',
        from: 'narrow',
        to: 'inform',
        effect: 'loosens',
      },
      { ...check, field: 'grace', from: 'P2D', to: 'P1D', effect: 'tightens' },
      { ...check, field: 'mandatory', to: true, effect: 'tightens' },
      { ...check, field: 'weight', from: 2, to: 1 },
    ]);
  });

  it('does not say that another check of readiness asks for more: it may lift the score', () => {
    const after = policyWith(
      guardrail('weight: 1')
        .replace('guardrails', 'readiness')
        .replace('areas: [budget], ', ''),
    );
    expect(diffPolicies(base, after)[1]).toEqual({
      subject: 'check',
      change: 'added',
      role: 'readiness',
      id: 'own',
    });
  });

  it('tells what overlays make different in their domains only', () => {
    const level = (min: number) =>
      policyText(`{ levels: [{ level: 3, minReadiness: ${min} }] }`);
    const before = policyWith(
      level(66),
      overlay('{ ladder: { demotionGrace: P7D } }'),
    );
    const after = policyWith(
      level(67),
      overlay(`
  checks: [{ id: tracing, attestable: false }]
  add: [{ role: readiness, checks: [{ id: own, title: Own, expression: a.b }] }]`),
    );
    const domain = 'domain:default/payments';
    expect(diffPolicies(before, after)).toEqual([
      {
        subject: 'policy',
        change: 'changed',
        field: 'levels.3.minReadiness',
        from: 66,
        to: 67,
        effect: 'tightens',
      },
      {
        subject: 'policy',
        change: 'changed',
        field: 'ladder.demotionGrace',
        from: 'P7D',
        to: 'P14D',
        effect: 'loosens',
        domain,
      },
      {
        subject: 'scorecard',
        change: 'added',
        role: 'readiness',
        id: 'payments.1',
        domain,
      },
      {
        subject: 'check',
        change: 'added',
        role: 'readiness',
        id: 'own',
        effect: 'tightens',
        domain,
      },
      {
        subject: 'check',
        change: 'changed',
        role: 'readiness',
        id: 'tracing',
        field: 'attestable',
        from: true,
        to: false,
        effect: 'tightens',
        domain,
      },
    ]);
  });
});
