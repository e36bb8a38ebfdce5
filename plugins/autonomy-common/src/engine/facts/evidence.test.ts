import { NOW } from '../../__fixtures__/scenario';
import { compileExpression } from '../cel';
import { FactContext } from '../checks';
import type { CompiledCheck } from '../CompiledPolicy';
import { evidenceFacts } from './evidence';

function check(
  expression: string,
  rest: { when?: string; effectiveFrom?: number } = {},
): CompiledCheck {
  const { when, effectiveFrom } = rest;
  return {
    definition: {
      id: expression,
      title: expression,
      weight: 1,
      passAt: 1,
      expression,
      effectiveFrom,
    },
    scorecard: 'card',
    expression: compileExpression(expression, 'score'),
    ...(when && { when: compileExpression(when, 'boolean') }),
  };
}

const context = FactContext.create(
  [
    {
      collector: 'slo',
      values: { a: true, b: true },
      collectedAt: NOW,
      ttl: 1000,
    },
    {
      collector: 'old',
      values: { c: true },
      collectedAt: NOW - 1500,
      ttl: 1000,
    },
    {
      collector: 'catalog',
      values: { tier: 1 },
      collectedAt: NOW,
      ttl: 1000,
    },
  ],
  NOW,
);

describe('evidenceFacts', () => {
  it.each([
    ['fresh facts, each once', [check('slo.a'), check('slo.a && slo.b')], 1],
    ['a missing fact as not fresh', [check('slo.a'), check('slo.c')], 2 / 3],
    ['a stale fact as not fresh', [check('slo.a'), check('old.c')], 2 / 3],
    [
      'nothing where a check does not apply or is announced',
      [
        check('slo.x', { when: 'catalog.tier == 2' }),
        check('slo.y', { effectiveFrom: NOW + 1 }),
      ],
      1,
    ],
    [
      'only what is not fresh where a check may not apply',
      [
        check('slo.x'),
        check('slo.a', { when: 'catalog.lost' }),
        check('slo.y', { when: 'catalog.lost' }),
      ],
      1 / 3,
    ],
    [
      'no fact about itself',
      [check('slo.x'), check('evidence.freshShare')],
      1 / 2,
    ],
  ])('count %s', (_name, checks, freshShare) => {
    expect(evidenceFacts(checks, context)).toEqual({ freshShare });
  });
});
