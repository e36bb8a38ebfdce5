import type { JsonObject } from '@backstage/types';
import { NOW } from '../../__fixtures__/scenario';
import type { CheckDefinition } from '../../model';
import { compileExpression } from '../cel';
import { evaluateCheck } from './evaluateCheck';
import { FactContext } from './FactContext';

const HOUR = 3_600_000;

function check(definition: Partial<CheckDefinition>) {
  const complete: CheckDefinition = {
    id: 'a-check',
    title: 'A check',
    weight: 1,
    passAt: 1,
    expression: 'slo.met',
    ...definition,
  };
  const { when, linkedBy } = complete;
  return {
    definition: complete,
    scorecard: 'card',
    expression: compileExpression(complete.expression, 'score'),
    ...(when && { when: compileExpression(when, 'boolean') }),
    ...(linkedBy && { linkedBy: compileExpression(linkedBy, 'boolean') }),
  };
}

function resultOf(
  definition: Partial<CheckDefinition>,
  facts: Record<string, JsonObject>,
  ageHours = 0,
) {
  const context = FactContext.create(
    Object.entries(facts).map(([collector, values]) => ({
      collector,
      values,
      collectedAt: NOW - ageHours * HOUR,
      ttl: 24 * HOUR,
    })),
    NOW,
  );
  return evaluateCheck(check(definition), 'readiness', context, 0.5);
}

describe('evaluateCheck', () => {
  it('carries what it read', () => {
    expect(
      resultOf(
        { expression: 'slo.rate >= 0.9 && slo.met' },
        { slo: { rate: 0.95 } },
        1,
      ).reads,
    ).toEqual([
      { path: 'slo.met', state: 'missing' },
      {
        path: 'slo.rate',
        value: 0.95,
        state: 'fresh',
        collectedAt: NOW - HOUR,
      },
    ]);
  });

  it('passes a score from passAt and counts it as it is', () => {
    const definition = { expression: 'slo.rate', passAt: 0.8 };
    expect(resultOf(definition, { slo: { rate: 0.1 + 0.7 } })).toMatchObject({
      state: 'pass',
      score: 0.1 + 0.7,
    });
    expect(resultOf(definition, { slo: { rate: 0.7 } })).toMatchObject({
      state: 'fail',
      score: 0.7,
    });
    expect(resultOf(definition, { slo: { rate: 1.2 } })).toMatchObject({
      state: 'unknown',
      unknownReason: 'wrong-type',
    });
  });

  it('marks stale facts from one ttl on, and does without them from two', () => {
    const met = { slo: { met: true } };
    expect(resultOf({}, met, 23.9)).toMatchObject({ stale: false });
    expect(resultOf({}, met, 24)).toMatchObject({ state: 'pass', stale: true });
    expect(resultOf({}, met, 48)).toMatchObject({
      state: 'unknown',
      score: 0,
      stale: false,
      unknownReason: 'fact-expired',
      reads: [{ path: 'slo.met', value: true, state: 'expired' }],
    });
  });

  it('treats a null as no fact in what it shows', () => {
    expect(resultOf({}, { slo: { met: null } })).toMatchObject({
      state: 'unknown',
      reads: [{ path: 'slo.met', state: 'missing' }],
    });
  });

  it('asks only where it applies', () => {
    const when = "'api' in catalog.tags";
    const slo = { met: true };
    expect(resultOf({ when }, { slo, catalog: { tags: ['api'] } }).state).toBe(
      'pass',
    );
    const other = resultOf({ when }, { slo, catalog: { tags: [] } });
    expect(other.state).toBe('not-applicable');
    expect(other).not.toHaveProperty('score');
    expect(resultOf({ when }, { slo })).toMatchObject({
      state: 'unknown',
      score: 0,
      unknownReason: 'applicability-unknown',
    });
  });

  it('is announced before it takes effect', () => {
    const facts = { slo: { met: false } };
    expect(resultOf({ effectiveFrom: NOW + 1 }, facts).state).toBe('announced');
    expect(resultOf({ effectiveFrom: NOW }, facts).state).toBe('fail');
  });

  it('counts half where a tool is linked, but never passes by it', () => {
    const linkedBy = 'catalog.tools.slo';
    const catalog = { tools: { slo: true } };
    expect(resultOf({ linkedBy }, { catalog })).toMatchObject({
      state: 'fail',
      score: 0.5,
      linked: true,
    });
    expect(
      resultOf({ linkedBy }, { catalog, slo: { met: true } }),
    ).toMatchObject({ state: 'pass', score: 1, linked: false });
    expect(
      resultOf({ linkedBy }, { catalog: { tools: { slo: false } } }),
    ).toMatchObject({ state: 'unknown', score: 0 });
  });
});
