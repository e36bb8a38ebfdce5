import { defaultDocuments, defaultPolicy } from '../__fixtures__/defaults';

describe('shipped defaults', () => {
  it('are one policy and a scorecard for each role', () => {
    const names = defaultDocuments().map(document =>
      document.kind === 'Policy' ? 'policy' : document.name,
    );
    expect(names.sort()).toEqual([
      'accountability',
      'guardrails',
      'levels',
      'policy',
      'readiness',
    ]);
  });

  it('compile', () => {
    const { compiled, policy } = defaultPolicy();
    expect(
      Object.fromEntries(compiled.map(c => [c.role, c.checks.length])),
    ).toEqual({
      accountability: 10,
      guardrails: 12,
      levels: 19,
      readiness: 20,
    });
    expect(policy.areas).toHaveLength(11);
    expect(policy.trust.window).toBe(365 * 86_400_000);
  });
});
