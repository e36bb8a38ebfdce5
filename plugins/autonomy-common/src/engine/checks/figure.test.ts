import fc from 'fast-check';
import type { Exemption } from '../../model';
import { checkSubject } from './__testUtils__/checkSubject';
import { compiledCheck } from './__testUtils__/compiledCheck';
import type { CheckVerdict } from './CheckVerdict';
import { explainPart, figureWithExemptions, weightedFigure } from './figure';

const { context } = checkSubject();
const compiled = compiledCheck();

const EXEMPTION: Exemption = {
  id: 'e',
  entityRef: 'component:default/shop',
  checkId: 'any',
  reason: 'Until spring.',
  from: 0,
  expiresAt: 1,
  recordedAt: 0,
};

interface Sketch {
  weight: number;
  score: number;
  state?: CheckVerdict['state'];
  overlay?: boolean;
}

function verdict(
  { weight, score, state = 'fail', overlay }: Sketch,
  index: number,
): CheckVerdict {
  const definition = { ...compiled.definition, id: `check-${index}`, weight };
  return {
    check: {
      ...compiled,
      definition,
      overlay: overlay ? 'domain:default/payments' : undefined,
    },
    state,
    score,
    stale: false,
    linked: false,
    unknownReason: undefined,
    underlying: undefined,
    exemption: state === 'exempt' ? EXEMPTION : undefined,
    attestation: undefined,
  };
}

const sketch: fc.Arbitrary<Sketch> = fc.record({
  weight: fc.double({ min: 0.01, max: 1000, noNaN: true }),
  score: fc.oneof(
    fc.constantFrom(0, 0.5, 1),
    fc.double({ min: 0, max: 1, noNaN: true }),
  ),
  state: fc.constantFrom('pass', 'fail', 'exempt', 'announced'),
  overlay: fc.boolean(),
});
const sketches = fc.array(sketch, { maxLength: 12 });

describe('weightedFigure', () => {
  it('weighs the checks that count', () => {
    const verdicts = [
      { weight: 1, score: 1 },
      { weight: 3, score: 0.5 },
      { weight: 5, score: 0, state: 'not-applicable' as const },
    ].map(verdict);
    expect(weightedFigure(verdicts, 100).value).toBe(62.5);
  });

  it('is undefined where nothing counts', () => {
    expect(weightedFigure([], 100).value).toBeUndefined();
  });

  it('leaves out exempt checks where that lifts the figure', () => {
    const verdicts = [
      { weight: 1, score: 1 },
      { weight: 1, score: 0.5, state: 'exempt' as const },
    ].map(verdict);
    expect(weightedFigure(verdicts, 100).value).toBe(75);
    expect(
      figureWithExemptions(verdicts, weightedFigure(verdicts, 100)).value,
    ).toBe(100);
  });

  it('counts a check of an overlay only where it falls short', () => {
    const base = { weight: 1, score: 0.5 };
    const overlay = { weight: 1, overlay: true };
    const value = (score: number) =>
      weightedFigure([base, { ...overlay, score }].map(verdict), 100).value;
    expect(value(1)).toBe(50);
    expect(value(0.5)).toBeCloseTo(100 / 3, 12);
    expect(value(0)).toBe(25);
  });

  it('law 8: no check of an overlay ever lifts it', () => {
    fc.assert(
      fc.property(sketches, sketch, (all, more) => {
        const before = weightedFigure(all.map(verdict), 100).value ?? 0;
        const tightened = [...all, { ...more, overlay: true }];
        const after = weightedFigure(tightened.map(verdict), 100).value ?? 0;
        expect(after).toBeLessThanOrEqual(before + 1e-9);
      }),
      { numRuns: 1000 },
    );
  });

  it('law 9: a lower score of any check never lifts it', () => {
    fc.assert(
      fc.property(sketches, fc.nat(), (all, pick) => {
        fc.pre(all.length > 0);
        const before = weightedFigure(all.map(verdict), 100).value ?? 0;
        const lost = all.map((each, i) =>
          i === pick % all.length ? { ...each, score: 0 } : each,
        );
        const after = weightedFigure(lost.map(verdict), 100).value ?? 0;
        expect(after).toBeLessThanOrEqual(before + 1e-9);
      }),
      { numRuns: 1000 },
    );
  });

  it('law 15: points add up to it, and with what is lost to its maximum', () => {
    fc.assert(
      fc.property(sketches, fc.constantFrom(1, 100), (all, maximum) => {
        const verdicts = all.map(verdict);
        const figure = weightedFigure(verdicts, maximum);
        fc.pre(figure.value !== undefined);
        let points = 0;
        let lost = 0;
        for (const each of verdicts) {
          const part = explainPart(each, figure, context);
          points += part.points ?? 0;
          lost += part.lost ?? 0;
        }
        expect(points).toBe(figure.value);
        expect(Math.abs(points + lost - maximum)).toBeLessThan(1e-9);
      }),
      { numRuns: 1000 },
    );
  });
});
