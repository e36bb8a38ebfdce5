import { inReadingOrder, readInForce } from './inForce';

const BASE = `kind: Policy
metadata: { name: default }
spec:
  levels:
    - { level: 2, minReadiness: 40 }
    - { level: 3, minReadiness: 65, sustainedFor: P30D }
  guardrails:
    grace: { low: P7D, critical: P0D }
---
kind: Policy
metadata: { name: ours }
spec:
  levels:
    - { level: 3, minReadiness: 70 }
  guardrails:
    grace: { low: P3D }
---
kind: Scorecard
metadata: { name: guardrails }
spec:
  role: guardrails
  checks:
    - { id: tested, title: Tested, passAt: 0.5 }
`;

describe('readInForce', () => {
  it('merges what policies say, field by field and level by level', () => {
    const { spec } = readInForce(BASE, { kind: 'overlay', name: 'payments' });

    expect(spec).toEqual({
      levels: [
        { level: 2, minReadiness: 40 },
        { level: 3, minReadiness: 70, sustainedFor: 'P30D' },
      ],
      guardrails: { grace: { low: 'P3D', critical: 'P0D' } },
    });
  });

  it('leaves the document at hand out', () => {
    const without = readInForce(BASE, { kind: 'policy', name: 'ours' });
    expect(without.spec).toMatchObject({
      guardrails: { grace: { low: 'P7D' } },
    });
    expect(without.checks).toEqual([
      expect.objectContaining({
        id: 'tested',
        role: 'guardrails',
        check: expect.objectContaining({ passAt: 0.5 }),
      }),
    ]);
    expect(
      readInForce(BASE, { kind: 'scorecard', name: 'guardrails' }).checks,
    ).toEqual([]);
  });
});

describe('inReadingOrder', () => {
  it('has what is published here override what is built in', () => {
    const here = { origin: { type: 'here', version: 1 } } as const;
    const file = { origin: { type: 'file', place: 'a.yaml' } } as const;
    const builtIn = { origin: { type: 'built-in', place: 'b.yaml' } } as const;

    expect(inReadingOrder([here, builtIn, file])).toEqual([
      builtIn,
      file,
      here,
    ]);
  });
});
