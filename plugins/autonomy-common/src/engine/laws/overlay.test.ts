import fc from 'fast-check';
import { NOW } from '../../__fixtures__/scenario';
import {
  compileOver,
  overlayText,
} from '../../policy/overlay/__testUtils__/compileOver';
import { tighterSpec } from '../../policy/overlay/__testUtils__/tighterSpec';
import { evaluate } from '../evaluate';
import type { EvaluationInput } from '../EvaluationInput';
import { raised } from './__testUtils__/compare';
import { holds, SEED } from './__testUtils__/law';
import { world } from './__testUtils__/world';

const OVERLAYS = 40;

/** Checks that an overlay adds in every role; some pass, some fail, some cannot be told. */
const extraChecks = (of: number) => [
  {
    role: 'readiness',
    checks: [
      {
        id: `extra-slo-${of}`,
        title: 'A',
        expression: 'slo.availability90d >= 0.99',
      },
      {
        id: `extra-lost-${of}`,
        title: 'B',
        weight: 3,
        expression: 'lost.fact',
      },
    ],
  },
  {
    role: 'accountability',
    checks: [
      { id: `extra-on-call-${of}`, title: 'C', expression: 'oncall.rotation' },
    ],
  },
  {
    role: 'guardrails',
    checks: [
      {
        id: `extra-budget-${of}`,
        title: 'D',
        areas: ['budget'],
        expression: 'finance.budgetUsed <= 0.95',
      },
    ],
  },
  {
    role: 'levels',
    checks: [
      {
        id: `extra-level-${of}`,
        title: 'E',
        level: 3,
        expression: 'pipeline.shared',
      },
    ],
  },
];

/** Two overlays on one chain, so that each case compares none, one and both. */
const { policy, issues } = compileOver(
  fc
    .sample(tighterSpec, { numRuns: 2 * OVERLAYS, seed: SEED })
    .map((spec, i) =>
      overlayText(
        `d${i}`,
        i % 4 === 1 ? { ...spec, add: extraChecks(i) } : spec,
      ),
    ),
);

describe('law of overlays', () => {
  it('has overlays to try', () => {
    expect(issues).toEqual([]);
    expect(policy.overlays).toHaveLength(2 * OVERLAYS);
  });

  it('8: tightening an overlay never raises a score, status, level or right', () =>
    holds(
      fc.record({ input: world, overlay: fc.nat({ max: OVERLAYS - 1 }) }),
      ({ input, overlay }) => {
        const under = (...names: number[]): EvaluationInput => ({
          ...input,
          entity: {
            ...input.entity,
            domainChain: names.map(name => `domain:default/d${name}`),
          },
        });
        const [none, one, both] = [
          under(),
          under(2 * overlay),
          under(2 * overlay, 2 * overlay + 1),
        ].map(each => evaluate(each, policy, NOW));
        expect(raised(none, one)).toEqual([]);
        expect(raised(one, both)).toEqual([]);
      },
    ));
});
