import fc from 'fast-check';
import { NOW } from '../__fixtures__/time';
import type { SimulatedDifference } from '../api/simulations';
import type { EvaluationInput } from '../engine';
import { holds, SEED } from '../engine/laws/__testUtils__/law';
import { world } from '../engine/laws/__testUtils__/world';
import {
  compileOver,
  overlayText,
} from '../policy/overlay/__testUtils__/compileOver';
import { looserSpecs } from '../policy/overlay/__testUtils__/looserSpecs';
import { tighterSpec } from '../policy/overlay/__testUtils__/tighterSpec';
import { matchesKind } from './moves';
import { simulateEntity } from './simulateEntity';
import { comparing } from './__testUtils__/drafts';

const DRAFTS = 60;
const TOLERANCE = 1e-9;

/** Checks of a domain's own, in every role. */
const OWN_CHECKS = [
  {
    role: 'readiness',
    checks: [
      { id: 'own-lost', title: 'A', weight: 3, expression: 'lost.fact' },
    ],
  },
  {
    role: 'accountability',
    checks: [{ id: 'own-rotation', title: 'B', expression: 'oncall.rotation' }],
  },
  {
    role: 'guardrails',
    filter: { 'metadata.tags': { $contains: 'stateful' } },
    checks: [
      {
        id: 'own-budget',
        title: 'C',
        areas: ['budget', 'tooling'],
        effectiveFrom: '2026-08-01',
        expression: 'finance.budgetUsed <= 0.95',
      },
    ],
  },
  {
    role: 'levels',
    checks: [
      {
        id: 'own-tracing',
        title: 'D',
        level: 2,
        expression: 'observability.tracing',
      },
    ],
  },
];

/** One overlay is in force; the draft is another, of the same domain or of one around it. */
const drafts = fc
  .sample(fc.tuple(tighterSpec, tighterSpec), { numRuns: DRAFTS, seed: SEED })
  .map(([known, spec], i) => {
    const inForce = overlayText('inner', known);
    const added = overlayText(
      i % 2 === 0 ? 'outer' : 'second',
      i % 3 === 0 ? { ...spec, add: OWN_CHECKS } : spec,
    ).replace('domain/second', 'domain/inner');
    return [compileOver([inForce]), compileOver([inForce, added])] as const;
  });

/** Entities in either domain, in one within the other, or in none of them. */
const estate: fc.Arbitrary<EvaluationInput[]> = fc.array(
  fc
    .record({
      input: world,
      domains: fc.constantFrom(
        ['inner', 'outer'],
        ['inner', 'second'],
        ['outer'],
        ['inner'],
        ['elsewhere'],
      ),
    })
    .map(({ input, domains }) => ({
      ...input,
      entity: {
        ...input.entity,
        domainChain: domains.map(name => `domain:default/${name}`),
      },
    })),
  { minLength: 1, maxLength: 3 },
);

/** What of a difference is to the entity's advantage. */
function gains(difference: SimulatedDifference | undefined): unknown[] {
  if (!difference) return [];
  const { readiness, accountability, checks } = difference;
  const kinds = ['rights-gained', 'level-up', 'guardrail-better'] as const;
  return [
    ...kinds.filter(kind => matchesKind(difference, kind)),
    ...[readiness, accountability].filter(
      figure => figure && figure.to! > (figure.from ?? 0) + TOLERANCE,
    ),
    ...checks.filter(({ from, to }) => from !== undefined && to === 'pass'),
  ];
}

describe('law of overlays over estates', () => {
  it('has drafts to try', () => {
    const issues = drafts.flatMap(sides => sides.flatMap(side => side.issues));
    expect(issues).toEqual([]);
  });

  it('8: no accepted overlay raises any right, level, status or figure of anything', () =>
    holds(
      fc.record({ estate, draft: fc.constantFrom(...drafts) }),
      ({ estate: inputs, draft: [current, tightened] }) => {
        const policies = comparing(current.policy, tightened.policy);
        for (const input of inputs) {
          const move = simulateEntity(input, policies, NOW);
          expect(gains(move?.atOnce)).toEqual([]);
          expect(gains(move?.settled)).toEqual([]);
        }
      },
      0.3,
    ));

  it('an overlay that loosens one field among others is refused', () => {
    fc.assert(
      fc.property(
        tighterSpec,
        fc.constantFrom(...looserSpecs),
        (spec, [field, loose]) => {
          const { issues } = compileOver([
            overlayText('ours', { ...spec, ...loose }),
          ]);
          expect(issues).toContainEqual({
            file: 'ours.yaml',
            line: expect.any(Number),
            field: `spec.${field}`,
            message: expect.stringContaining('an overlay may only tighten'),
          });
        },
      ),
      { numRuns: 500, seed: SEED },
    );
  });
});
