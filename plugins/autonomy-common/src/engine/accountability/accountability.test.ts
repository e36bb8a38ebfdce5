import fc from 'fast-check';
import { defaultPolicy } from '../../__fixtures__/defaults';
import { checkSubject } from '../checks/__testUtils__/checkSubject';
import { compiledCheck } from '../checks/__testUtils__/compiledCheck';
import { judgeChecks } from '../checks';
import { assessAccountability, explainAccountability } from './accountability';

const { policy } = defaultPolicy();
const { requiredCeiling } = policy.accountability;

interface Item {
  score?: number;
  required?: boolean;
  overlay?: boolean;
  effectiveFrom?: number;
}

function accountabilityOf(items: Record<string, Item>, exempt: string[] = []) {
  const facts: Record<string, number> = {};
  for (const [id, { score }] of Object.entries(items)) {
    if (score !== undefined) facts[id] = score;
  }
  const subject = checkSubject({ facts: { slo: facts }, exempt });
  const checks = Object.entries(items).map(
    ([id, { required, overlay, effectiveFrom }]) =>
      compiledCheck(
        { id, expression: `slo.${id}`, required, effectiveFrom },
        {
          role: 'accountability',
          overlay: overlay ? 'domain:default/payments' : undefined,
        },
      ),
  );
  const verdicts = judgeChecks(checks, subject);
  return explainAccountability(
    assessAccountability(verdicts, policy),
    verdicts,
    subject.context,
  );
}

describe('accountability', () => {
  it('is 0 where nothing is measured', () => {
    expect(accountabilityOf({})).toEqual({
      score: 0,
      uncapped: 0,
      ceiling: 0,
      requiredMissing: false,
      items: [],
    });
  });

  it('is what the items add up to', () => {
    const result = accountabilityOf({ a: { score: 1 }, b: { score: 0.5 } });
    expect(result).toMatchObject({ score: 0.75, uncapped: 0.75, ceiling: 0 });
    expect(result.items.map(({ check }) => check.points)).toEqual([0.5, 0.25]);
  });

  it('stays under the ceiling while a required item does not pass', () => {
    const result = accountabilityOf({
      a: { score: 1 },
      b: { score: 0, required: true },
    });
    expect(result).toMatchObject({ uncapped: 0.5, requiredMissing: true });
    expect(result.score).toBeCloseTo(requiredCeiling, 12);
    expect(result.score).toBe(result.uncapped + result.ceiling);
  });

  it('is not lifted to the ceiling', () => {
    expect(
      accountabilityOf({ a: { score: 0.2, required: true } }),
    ).toMatchObject({ score: 0.2, ceiling: 0, requiredMissing: true });
  });

  it('cannot be escaped by an exemption', () => {
    const items = { a: { score: 1 }, b: { score: 0, required: true } };
    expect(accountabilityOf(items, ['b'])).toEqual(accountabilityOf(items));
  });

  it('shows an item that is announced, but does not count it', () => {
    const result = accountabilityOf({
      a: { score: 1 },
      b: { required: true, effectiveFrom: Infinity },
    });
    expect(result).toMatchObject({ score: 1, requiredMissing: false });
    expect(result.items[1]).toMatchObject({
      required: true,
      check: { state: 'announced', points: undefined, lost: undefined },
    });
  });

  const item: fc.Arbitrary<Item> = fc.record({
    score: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), {
      nil: undefined,
    }),
    required: fc.boolean(),
    overlay: fc.boolean(),
  });
  const items = fc
    .array(item, { maxLength: 6 })
    .map(all => Object.fromEntries(all.map((each, i) => [`i${i}`, each])));

  it('law 15: its lines add up to it', () => {
    fc.assert(
      fc.property(items, all => {
        const result = accountabilityOf(all);
        const points = result.items.map(({ check }) => check.points ?? 0);
        const lost = result.items.map(({ check }) => check.lost ?? 0);
        const sum = (lines: number[]) => lines.reduce((a, b) => a + b, 0);
        expect(sum(points)).toBe(result.uncapped);
        expect(sum(points) + result.ceiling).toBe(result.score);
        fc.pre(points.some(Boolean) || lost.some(Boolean));
        expect(sum(points) + sum(lost)).toBeCloseTo(1, 9);
      }),
      { numRuns: 1000 },
    );
  });

  it('law 8: an item of an overlay never raises it', () => {
    fc.assert(
      fc.property(items, item, (all, more) => {
        const tightened = { ...all, more: { ...more, overlay: true } };
        expect(accountabilityOf(tightened).score).toBeLessThanOrEqual(
          accountabilityOf(all).score + 1e-9,
        );
      }),
      { numRuns: 1000 },
    );
  });
});
