import { defaultPolicy, policyWith } from '../__fixtures__/defaults';
import { consequencesFor } from './consequences';

const { policy } = defaultPolicy();

describe('consequencesFor', () => {
  it('raises the most critical entities by one step, at most to critical', () => {
    const [raised, asWritten] = [1, 2].map(tier =>
      consequencesFor(tier as 1 | 2, policy),
    );
    const steps = ['tooling', 'budget', 'security', 'compliance'].map(area => [
      asWritten.get(area),
      raised.get(area),
    ]);
    expect(steps).toEqual([
      ['low', 'medium'],
      ['medium', 'high'],
      ['high', 'critical'],
      ['critical', 'critical'],
    ]);
  });

  it('is made once for a policy, and for each policy', () => {
    expect(consequencesFor(3, policy)).toBe(consequencesFor(4, policy));
    const other = policyWith(`
apiVersion: aligned-autonomy/v1
kind: Policy
metadata: { name: other }
spec: { tiers: { raiseConsequenceAt: 2 } }
`).policy;
    expect(consequencesFor(2, other).get('tooling')).toBe('medium');
    expect(consequencesFor(2, policy).get('tooling')).toBe('low');
  });
});
