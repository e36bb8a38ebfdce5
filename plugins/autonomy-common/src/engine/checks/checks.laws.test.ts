import fc from 'fast-check';
import { defaultPolicy } from '../../__fixtures__/defaults';
import { DAY, NOW } from '../../__fixtures__/time';
import type { Attestation, CollectedFacts, Exemption } from '../../model';
import { Horizon } from '../time';
import { attestation, exemption } from './__testUtils__/checkSubject';
import { compiledCheck } from './__testUtils__/compiledCheck';
import { latestAttestations } from './attestations';
import type { CheckVerdict } from './CheckVerdict';
import { activeExemptions } from './exemptions';
import { FactContext } from './FactContext';
import { judgeCheck } from './judgeCheck';

const { policy } = defaultPolicy();
const RUNS = { numRuns: 1000 };

const days = fc.oneof(
  fc.integer({ min: -100, max: 100 }),
  fc.double({ min: -5, max: 5, noNaN: true }),
);
const instant = days.map(each => NOW + Math.round(each * DAY));
const maybeInstant = fc.option(instant, { nil: undefined });

const value = fc.oneof(
  { weight: 3, arbitrary: fc.boolean() },
  fc.constantFrom(0, 0.5, 1, null, 'text'),
  instant.map(each => new Date(each).toISOString()),
);
function documentOf(collector: string): fc.Arbitrary<CollectedFacts> {
  return fc.record({
    collector: fc.constant(collector),
    values: fc.record({ a: value, b: value }, { requiredKeys: [] }),
    collectedAt: fc.integer({ min: -5, max: 0 }).map(n => NOW + n * DAY),
    ttl: fc.integer({ min: 1, max: 4 }).map(n => n * DAY),
  });
}
const documents: fc.Arbitrary<CollectedFacts[]> = fc
  .tuple(...['catalog', 'ci', 'slo', 'slo'].map(documentOf))
  .chain(all => fc.subarray(all));

const check = fc
  .record({
    expression: fc.constantFrom(
      'slo.a',
      'slo.a || ci.a',
      'slo.a && ci.b',
      'slo.a ? ci.a : ci.b',
      "within(slo.a, 'P3D')",
      "within(slo.a, 'P3D') || within(ci.a, 'P9D')",
    ),
    when: fc.constantFrom(undefined, 'catalog.a', "within(catalog.a, 'P2D')"),
    linkedBy: fc.constantFrom(undefined, 'catalog.b'),
    attestable: fc.boolean(),
    passAt: fc.constantFrom(0.5, 1),
    effectiveFrom: fc.option(instant, { freq: 1, nil: undefined }),
  })
  .map(definition => compiledCheck(definition));

const attestations: fc.Arbitrary<Attestation[]> = fc.array(
  fc
    .record({
      id: fc.uuid(),
      answer: fc.constantFrom('yes', 'no'),
      recordedAt: instant,
      expiresAt: fc.oneof(instant, fc.constant(NOW + DAY)),
      withdrawnAt: maybeInstant,
    })
    .map(attestation),
  { maxLength: 2 },
);
const exemptions: fc.Arbitrary<Exemption[]> = fc.array(
  fc
    .record({
      id: fc.uuid(),
      from: instant,
      expiresAt: instant,
      revokedAt: maybeInstant,
    })
    .map(exemption),
  { maxLength: 2 },
);

const situation = fc.record({
  facts: documents,
  attestations,
  exemptions,
  check,
});
type Situation = typeof situation extends fc.Arbitrary<infer T> ? T : never;

function judge(
  { facts, check: asked, ...decisions }: Situation,
  horizon = new Horizon(NOW),
): CheckVerdict {
  return judgeCheck(asked, {
    context: FactContext.create(facts, horizon),
    horizon,
    exemptions: activeExemptions(decisions.exemptions, policy, horizon),
    attestations: latestAttestations(decisions.attestations),
    linkedScore: policy.catalog.linkedScore,
  });
}

/** How well a check stands, whatever it is exempt from. */
function rank({ state, underlying, stale, score }: CheckVerdict) {
  if ((underlying ?? state) !== 'pass') return { met: 1, score };
  return { met: stale ? 2 : 3, score };
}

function isNoBetter(after: CheckVerdict, before: CheckVerdict): boolean {
  const [a, b] = [rank(after), rank(before)];
  return a.met <= b.met && a.score <= b.score;
}

function without(facts: CollectedFacts[], collector: string, key: string) {
  return facts.map(document => {
    if (document.collector !== collector) return document;
    const values = { ...document.values };
    delete values[key];
    return { ...document, values };
  });
}

describe('laws of checks', () => {
  it('9: losing a fact never makes a check stand better', () => {
    fc.assert(
      fc.property(
        situation,
        fc.constantFrom('ci', 'slo'),
        fc.constantFrom('a', 'b'),
        (before, collector, key) =>
          expect(
            isNoBetter(
              judge({
                ...before,
                facts: without(before.facts, collector, key),
              }),
              judge(before),
            ),
          ).toBe(true),
      ),
      RUNS,
    );
  });

  it('9: facts that nobody collects any more never make a check stand better', () => {
    fc.assert(
      fc.property(
        situation,
        fc.constantFrom('ci', 'slo'),
        fc.integer({ min: 1, max: 9 }),
        (before, collector, age) =>
          expect(
            isNoBetter(
              judge({
                ...before,
                facts: before.facts.map(document =>
                  document.collector === collector
                    ? { ...document, ttl: document.ttl / age }
                    : document,
                ),
              }),
              judge(before),
            ),
          ).toBe(true),
      ),
      RUNS,
    );
  });

  it('10: an exemption that has ended has no effect', () => {
    fc.assert(
      fc.property(situation, before => {
        const ended = before.exemptions.map(each => ({
          ...each,
          expiresAt: Math.min(each.expiresAt, NOW),
        }));
        expect(judge({ ...before, exemptions: ended })).toEqual(
          judge({ ...before, exemptions: [] }),
        );
      }),
      RUNS,
    );
  });

  it('11: the order of the records changes nothing', () => {
    fc.assert(
      fc.property(situation, before => {
        const reversed = {
          facts: [...before.facts].reverse(),
          attestations: [...before.attestations].reverse(),
          exemptions: [...before.exemptions].reverse(),
          check: before.check,
        };
        expect(judge(reversed)).toEqual(judge(before));
      }),
      RUNS,
    );
  });

  it('12: no verdict changes sooner than announced', () => {
    fc.assert(
      fc.property(
        situation,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (before, portion) => {
          const horizon = new Horizon(NOW);
          const verdict = judge(before, horizon);
          const end = horizon.nextChangeAt ?? NOW + 1000 * DAY;
          const within = NOW + Math.floor(portion * (end - 1 - NOW));
          for (const now of [within, end - 1]) {
            expect(judge(before, new Horizon(now))).toEqual(verdict);
          }
        },
      ),
      RUNS,
    );
  });
});
