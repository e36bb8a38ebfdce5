import { NOW } from '../../__fixtures__/time';
import { FactContext } from '../checks';
import { compiledCheck } from '../checks/__testUtils__/compiledCheck';
import type { CompiledCheck } from '../CompiledPolicy';
import type { ChecksByRole } from '../checks/ChecksByRole';
import { Horizon } from '../time';
import { evidenceFacts } from './evidence';

function check(
  expression: string,
  rest: { when?: string; effectiveFrom?: number; overlay?: string } = {},
): CompiledCheck {
  const { overlay, ...definition } = rest;
  return compiledCheck(
    { id: expression, expression, ...definition },
    { overlay },
  );
}

function checksOf(
  readiness: CompiledCheck[],
  levels: CompiledCheck[] = [],
): ChecksByRole {
  return { readiness, levels, guardrails: [], accountability: [] };
}

const document = (collector: string, values: {}, age = 0) => ({
  collector,
  values,
  collectedAt: NOW - age,
  ttl: 1000,
});

const context = FactContext.create(
  [
    document('slo', { a: true, b: true }),
    document('old', { c: true }, 1500),
    document('catalog', { tier: 1 }),
  ],
  new Horizon(NOW),
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
      'only what is not fresh where an overlay asks',
      [
        check('slo.x'),
        check('slo.a', { overlay: 'domain:default/payments' }),
        check('slo.y', { overlay: 'domain:default/payments' }),
      ],
      1 / 3,
    ],
    [
      'what the organisation asks too as its own',
      [
        check('slo.x'),
        check('slo.a'),
        check('!slo.a', { overlay: 'domain:default/payments' }),
      ],
      2 / 3,
    ],
    [
      'no audit that the suite would hold itself',
      [check("within(audits.agreedAt, 'P1D') || slo.x"), check('slo.a')],
      2 / 3,
    ],
    [
      'no fact about itself',
      [check('slo.x'), check('evidence.freshShare')],
      1 / 2,
    ],
  ])('count %s', (_name, checks, freshShare) => {
    expect(evidenceFacts(checksOf(checks), context)).toEqual({ freshShare });
  });

  it('count the checks of all roles', () => {
    expect(
      evidenceFacts(checksOf([check('slo.a')], [check('slo.x')]), context),
    ).toEqual({ freshShare: 2 / 3 });
  });
});
