import { NOW, scenarioInput } from '../__fixtures__/scenario';
import { policyWith } from '../__fixtures__/defaults';
import { evaluate } from './evaluate';

function scorecard(check: string): string {
  return `apiVersion: aligned-autonomy/v1
kind: Scorecard
metadata: { name: guardrails, title: Ours }
spec:
  role: guardrails
  checks:
    - ${check}`;
}

function guardrailsOf(check: string, tier: 1 | 3 = 3) {
  const policy = policyWith(scorecard(check));
  return evaluate(scenarioInput({ tier }), policy, NOW).guardrails;
}

describe('guardrails', () => {
  it('weigh as much as the highest of their areas, unless they say otherwise', () => {
    const check =
      '{ id: g, title: G, expression: a.b, areas: [tooling, security] }';
    expect(guardrailsOf(check).guardrails[0].consequence).toBe('high');
    expect(guardrailsOf(check, 1).guardrails[0].consequence).toBe('critical');
    expect(
      guardrailsOf(check.replace('areas', 'consequence: low, areas'))
        .guardrails[0].consequence,
    ).toBe('low');
  });

  it('do not count before they take effect, but are shown', () => {
    const { status, guardrails, announced } = guardrailsOf(
      '{ id: g, title: G, expression: a.b, areas: [tooling], effectiveFrom: 2027-01-01 }',
    );
    expect(status).toBe('none');
    expect(guardrails).toEqual([]);
    expect(announced).toMatchObject([{ id: 'g', state: 'announced' }]);
  });
});
