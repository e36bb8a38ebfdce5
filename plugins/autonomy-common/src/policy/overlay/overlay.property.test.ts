import fc from 'fast-check';
import type { CompiledPolicy } from '../../engine';
import {
  CONSEQUENCES,
  MATTERS,
  type CheckDefinition,
  type Policy,
} from '../../model';
import { base, compileOver, overlayText } from './__testUtils__/compileOver';
import { looserSpecs } from './__testUtils__/looserSpecs';
import { tighterSpec } from './__testUtils__/tighterSpec';

const LEVELS = [1, 2, 3, 4] as const;
const runs = { numRuns: 1000 };

/** Numbers that must not be smaller in a stricter policy; those that must not be greater, negated. */
function strictness(policy: Policy): number[] {
  const { levels, guardrails, trust, rights, decisions } = policy;
  const { automation, agent } = decisions.actorCaps;
  return [
    ...levels.flatMap(({ minTrust, ...level }) => [
      level.minReadiness ?? 0,
      level.minAccountability ?? 0,
      level.sustainedFor ?? 0,
      level.promotion === 'board' ? 1 : 0,
      minTrust?.value ?? 0,
      ...CONSEQUENCES.map(c => (minTrust?.consequences.includes(c) ? 1 : 0)),
    ]),
    ...policy.areas.map(area => CONSEQUENCES.indexOf(area.consequence)),
    ...CONSEQUENCES.flatMap(consequence => [
      trust.need[consequence],
      -guardrails.grace[consequence],
      -guardrails.mandatoryLevelBound[consequence],
      -automation[consequence],
      -agent[consequence],
      ...LEVELS.map(level => -rights.byLevel[level][consequence]),
    ]),
    -guardrails.caps.narrow,
    -guardrails.caps.stop,
    -policy.accountability.requiredCeiling,
    -policy.ladder.demotionGrace,
    -policy.exemptions.maxDuration,
    -policy.exemptions.renewals,
    -policy.exemptions.maxDebt,
    -policy.grants.maxDuration,
    -policy.grants.renewals,
    ...MATTERS.map(matter => policy.governance.rules[matter]).flatMap(
      ({ quorum, approval }) => [quorum, approval === 'unanimous' ? 1 : 0],
    ),
  ];
}

function capOf(
  { effect, narrowTo }: CheckDefinition,
  { guardrails: { caps } }: Policy,
): number {
  if (effect === 'stop') return caps.stop;
  return effect === 'narrow' ? narrowTo ?? caps.narrow : 5;
}

function checkStrictness({ compiled, policy }: CompiledPolicy): number[] {
  return compiled
    .flatMap(({ checks }) => checks)
    .flatMap(({ definition }) => [
      definition.passAt,
      definition.mandatory ? 1 : 0,
      -capOf(definition, policy),
    ]);
}

function expectAtLeastAsStrict(tight: CompiledPolicy, loose: CompiledPolicy) {
  const [a, b] = [tight, loose].map(compiled => [
    ...strictness(compiled.policy),
    ...checkStrictness(compiled),
  ]);
  expect(a).toHaveLength(b.length);
  expect(a.findIndex((value, i) => value < b[i])).toBe(-1);
}

it('is at least as strict as the base and as each overlay of its chain', () => {
  fc.assert(
    fc.property(tighterSpec, tighterSpec, (first, second) => {
      const { policy, issues } = compileOver([
        overlayText('first', first),
        overlayText('second', second),
      ]);
      expect(issues).toEqual([]);
      const [a, b, both] = [['first'], ['second'], ['first', 'second']].map(
        chain => policy.forDomains(chain.map(name => `domain:default/${name}`)),
      );
      expectAtLeastAsStrict(a, base);
      expectAtLeastAsStrict(both, a);
      expectAtLeastAsStrict(both, b);
    }),
    runs,
  );
});

it('refuses whatever loosens a single field, and names its line', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...looserSpecs),
      fc.integer({ min: 0, max: 20 }),
      ([field, loose], blank) => {
        const comments = '  # nothing\n'.repeat(blank);
        const text = overlayText('ours', loose).replace(
          'spec:\n',
          `spec:\n${comments}`,
        );
        expect(compileOver([text]).issues).toEqual([
          {
            file: 'ours.yaml',
            line: 5 + blank,
            field: `spec.${field}`,
            message: expect.stringContaining('an overlay may only tighten'),
          },
        ]);
      },
    ),
    runs,
  );
});
