import fc from 'fast-check';
import { daysAgo, NOW } from '../../__fixtures__/scenario';
import { evaluate } from '../evaluate';
import type { EvaluationInput } from '../EvaluationInput';
import { step } from '../math';
import { figuresOf, raised } from './__testUtils__/compare';
import { holds } from './__testUtils__/law';
import { POLICY, CHECK_IDS, factPath, world } from './__testUtils__/world';

const run = (input: EvaluationInput) => evaluate(input, POLICY, NOW);
const ratio = fc.double({ min: 0, max: 1, noNaN: true });

/** The same evidence without one fact, or with a collector that has long been silent. */
function losing(input: EvaluationInput, path: string, expire: boolean) {
  const [name, key] = path.split('.');
  return {
    ...input,
    facts: input.facts.map(document => {
      if (document.collector !== name) return document;
      if (expire || key === undefined) {
        const collectedAt = NOW - 3 * document.ttl;
        return {
          ...document,
          collectedAt: Math.min(collectedAt, document.collectedAt),
        };
      }
      const { [key]: _lost, ...values } = document.values;
      return { ...document, values };
    }),
  };
}

describe('laws of rights and evidence', () => {
  it('7: a right is its smallest cap, no cap falls as its figure rises, no grant exceeds a hard cap', () =>
    holds(
      fc.record({ input: world, a: ratio, b: ratio }),
      ({ input, a, b }) => {
        const wrong = run(input).rights.filter(
          ({ recommended, effective, caps }) =>
            recommended !== Math.min(...caps.map(({ right }) => right)) ||
            caps.some(({ hard, right }) => hard && effective > right),
        );
        expect(wrong).toEqual([]);
        expect(step(Math.max(a, b))).toBeGreaterThanOrEqual(
          step(Math.min(a, b)),
        );
      },
    ));

  it('9: a fact that goes missing never raises anything', () =>
    holds(
      fc.record({
        input: world,
        path: factPath,
        expire: fc.boolean(),
      }),
      ({ input, path, expire }) => {
        expect(raised(run(input), run(losing(input, path, expire)))).toEqual(
          [],
        );
      },
    ));

  it('10: an exemption that has ended has no effect on a result, status or score', () =>
    holds(
      fc.record({
        input: world,
        checkId: fc.constantFrom(...CHECK_IDS),
        ended: fc.double({ min: 0, max: 50, noNaN: true }),
        lasted: fc.double({ min: 0, max: 200, noNaN: true }),
      }),
      ({ input, checkId, ended, lasted }) => {
        const over = {
          id: 'over',
          entityRef: input.entity.entityRef,
          checkId,
          reason: 'It was needed then.',
          from: daysAgo(ended + lasted),
          expiresAt: daysAgo(ended),
          recordedAt: daysAgo(ended + lasted),
        };
        const before = run(input);
        const after = run({
          ...input,
          exemptions: [...(input.exemptions ?? []), over],
        });
        expect(figuresOf(after)).toEqual(figuresOf(before));
        expect(JSON.stringify(after.readiness)).toBe(
          JSON.stringify(before.readiness),
        );
        expect(JSON.stringify(after.guardrails)).toBe(
          JSON.stringify(before.guardrails),
        );
      },
    ));
});
