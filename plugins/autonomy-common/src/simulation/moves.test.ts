import type { SimulatedDifference } from '../api/simulations';
import {
  SIMULATED_MOVE_KINDS,
  type SimulatedMoveKind,
} from '../api/simulations';
import { countMoves, emptyCounts, matchesKind } from './moves';

const NOTHING: SimulatedDifference = { checks: [], guardrails: [], rights: [] };

describe('moves', () => {
  it.each<[string, Partial<SimulatedDifference>, SimulatedMoveKind[]]>([
    ['a figure alone', { readiness: { from: 80, to: 70 } }, []],
    [
      'a right in one area for one in another',
      {
        rights: [
          { area: 'budget', from: 4, to: 2 },
          { area: 'tooling', from: 3, to: 5 },
        ],
      },
      ['rights-lost', 'rights-gained'],
    ],
    ['an area that is new', { rights: [{ area: 'budget', to: 2 }] }, []],
    ['a lower level', { level: { from: 3, to: 2 } }, ['level-down']],
    ['a higher level', { level: { from: 2, to: 4 } }, ['level-up']],
    [
      'one breach more beside another',
      { guardrails: [{ id: 'a', from: 'at-risk', to: 'breached' }] },
      ['guardrail-worse'],
    ],
    [
      'a breach that can no longer be told',
      { guardrails: [{ id: 'a', from: 'breached', to: 'unknown' }] },
      [],
    ],
    [
      'a guardrail that is new, and holds',
      {
        guardrailStatus: { from: 'none', to: 'ok' },
        guardrails: [{ id: 'a', to: 'ok' }],
      },
      [],
    ],
    [
      'a guardrail that is gone',
      { guardrails: [{ id: 'a', from: 'exempt' }] },
      ['guardrail-better'],
    ],
    [
      'a check',
      { checks: [{ id: 'a', from: 'pass', to: 'fail' }] },
      ['checks'],
    ],
  ])('%s', (_name, difference, kinds) => {
    const whole = { ...NOTHING, ...difference };
    const found = SIMULATED_MOVE_KINDS.filter(kind => matchesKind(whole, kind));
    expect(found).toEqual(kinds);
  });

  it('are counted by entity, each once for every kind', () => {
    const counts = emptyCounts();
    countMoves(counts, undefined);
    countMoves(counts, { ...NOTHING, accountability: { from: 0.5, to: 0.4 } });
    countMoves(counts, {
      ...NOTHING,
      level: { from: 3, to: 2 },
      checks: [
        { id: 'a', from: 'pass', to: 'fail' },
        { id: 'b', from: 'pass', to: 'fail' },
      ],
      rights: [
        { area: 'budget', from: 4, to: 2 },
        { area: 'tooling', from: 5, to: 3 },
      ],
    });
    expect(counts).toEqual({
      ...emptyCounts(),
      entities: 2,
      checks: 1,
      levelDown: 1,
      rightsLost: 1,
    });
  });
});
