import fc from 'fast-check';
import { defaultPolicy } from '../../__fixtures__/defaults';
import { DAY, daysAgo, NOW } from '../../__fixtures__/time';
import {
  CONSEQUENCES,
  SEVERITIES,
  type CollectedFacts,
  type Coverage,
  type Deployment,
  type Incident,
  type TrustAudit,
} from '../../model';
import { FactContext } from '../checks';
import { compiledCheck } from '../checks/__testUtils__/compiledCheck';
import { Horizon } from '../time';
import { auditFacts } from './audits';
import { watchOf } from './coverage';
import { deploymentFacts } from './deployments';
import { evidenceFacts } from './evidence';
import { incidentFacts } from './incidents';

const { policy } = defaultPolicy();
const RUNS = { numRuns: 1000 };
const AREAS = ['tooling', 'deployment', 'security'];

/** Around now, often exactly where something changes. */
const instant = fc.oneof(
  fc.integer({ min: -400, max: 40 }).map(days => NOW + days * DAY),
  fc.integer({ min: daysAgo(400), max: daysAgo(-40) }),
);
const maybeInstant = fc.option(instant, { nil: undefined });

const deployment: fc.Arbitrary<Deployment> = fc.record({
  id: fc.uuid(),
  source: fc.constant('s'),
  entityRef: fc.constant('x'),
  status: fc.constantFrom('succeeded', 'failed', 'rolled-back'),
  area: fc.constantFrom(...AREAS),
  finishedAt: instant,
  recordedAt: instant,
  committedAt: maybeInstant,
  reviewedAt: maybeInstant,
});

const incident: fc.Arbitrary<Incident> = fc.record({
  id: fc.uuid(),
  source: fc.constant('s'),
  entityRef: fc.constantFrom('x', 'y'),
  title: fc.constant('Down'),
  severity: fc.constantFrom(...SEVERITIES),
  areas: fc.constant([]),
  startedAt: instant,
  resolvedAt: maybeInstant,
  recordedAt: instant,
  class: fc.constant('none' as const),
  review: fc.option(
    fc.record({ completedAt: instant, actions: fc.constant([]) }),
    { nil: undefined },
  ),
});

const coverage: fc.Arbitrary<Coverage> = fc.record({
  source: fc.constant('s'),
  entityRef: fc.constant('x'),
  from: instant,
  to: maybeInstant,
  lastHeardAt: instant,
});

const audit: fc.Arbitrary<TrustAudit> = fc.record({
  id: fc.uuid(),
  entityRef: fc.constant('x'),
  heldAt: instant,
  team: fc.constant({}),
  board: fc.constant({}),
  agreed: fc.constantFrom(undefined, {}),
  recordedAt: instant,
});

const consequences = fc
  .array(fc.constantFrom(...CONSEQUENCES), { minLength: 3, maxLength: 3 })
  .map(levels => new Map(AREAS.map((area, i) => [area, levels[i]])));

/** The facts now, and at two instants before they are announced to change. */
function untilNextChange<T>(
  factsAt: (horizon: Horizon) => T,
  portion: number,
): { facts: T; later: T[] } {
  const horizon = new Horizon(NOW);
  const facts = factsAt(horizon);
  const end = horizon.nextChangeAt ?? NOW + 1000 * DAY;
  const within = NOW + Math.floor(portion * (end - 1 - NOW));
  return {
    facts,
    later: [within, end - 1].map(now => factsAt(new Horizon(now))),
  };
}

const whereabouts = fc.double({ min: 0, max: 1, noNaN: true });

describe('laws of derived facts', () => {
  it('12: incidents change no sooner than announced', () => {
    fc.assert(
      fc.property(
        fc.record({
          entityRef: fc.constant('x'),
          incidents: fc.array(incident, { maxLength: 4 }),
          deployments: fc.array(deployment, { maxLength: 4 }),
        }),
        fc.array(coverage, { maxLength: 3 }),
        whereabouts,
        (records, rows, where) => {
          const { facts, later } = untilNextChange(horizon => {
            const watch = watchOf(rows, policy.facts, horizon);
            return incidentFacts({ ...records, watch }, policy, horizon);
          }, where);
          expect(later).toEqual([facts, facts]);
        },
      ),
      RUNS,
    );
  });

  it('12: deployments change no sooner than announced', () => {
    fc.assert(
      fc.property(
        fc.record({
          entityRef: fc.constant('x'),
          incidents: fc.array(incident, { maxLength: 4 }),
          deployments: fc.array(deployment, { maxLength: 6 }),
        }),
        fc.array(coverage, { maxLength: 3 }),
        consequences,
        consequences,
        whereabouts,
        (records, rows, base, tightened, where) => {
          const { facts, later } = untilNextChange(
            horizon =>
              deploymentFacts(
                { ...records, watch: watchOf(rows, policy.facts, horizon) },
                { base, tightened },
                policy,
                horizon,
              ),
            where,
          );
          expect(later).toEqual([facts, facts]);
        },
      ),
      RUNS,
    );
  });

  it('12: audits change no sooner than announced', () => {
    fc.assert(
      fc.property(
        fc.array(audit, { maxLength: 4 }),
        whereabouts,
        (audits, where) => {
          const { facts, later } = untilNextChange(
            horizon => auditFacts(audits, horizon),
            where,
          );
          expect(later).toEqual([facts, facts]);
        },
      ),
      RUNS,
    );
  });

  const names = ['catalog', 'ci', 'slo'];
  const documents: fc.Arbitrary<CollectedFacts[]> = fc.array(
    fc.record({
      collector: fc.constantFrom(...names),
      values: fc.dictionary(fc.constantFrom('a', 'b'), fc.boolean()),
      collectedAt: instant,
      ttl: fc.integer({ min: 1, max: 50 }).map(days => days * DAY),
    }),
    { maxLength: 4 },
  );
  const paths = names.flatMap(name => [`${name}.a`, `${name}.b`]);
  const check = fc
    .record({
      expression: fc.constantFrom(...paths),
      when: fc.constantFrom(undefined, 'catalog.a'),
      effectiveFrom: fc.constantFrom(undefined, NOW + DAY, NOW - DAY),
      overlay: fc.constantFrom(undefined, 'domain:default/payments'),
    })
    .map(({ overlay, ...definition }) =>
      compiledCheck(definition, { overlay }),
    );
  const checks = fc.array(check, { maxLength: 5 });
  const byRole = (levels: ReturnType<typeof compiledCheck>[]) => ({
    readiness: [],
    levels,
    guardrails: [],
    accountability: [],
  });

  it('12: the share of fresh facts changes no sooner than announced', () => {
    fc.assert(
      fc.property(documents, checks, whereabouts, (collected, all, where) => {
        const { facts, later } = untilNextChange(
          horizon =>
            evidenceFacts(byRole(all), FactContext.create(collected, horizon)),
          where,
        );
        expect(later).toEqual([facts, facts]);
      }),
      RUNS,
    );
  });

  function freshShare(
    facts: CollectedFacts[],
    all: ReturnType<typeof compiledCheck>[],
  ): number {
    const context = FactContext.create(facts, new Horizon(NOW));
    return evidenceFacts(byRole(all), context).freshShare as number;
  }

  it('8: checks and consequences of an overlay never raise a share', () => {
    fc.assert(
      fc.property(documents, checks, check, (facts, all, more) => {
        const overlay = { ...more, overlay: 'domain:default/payments' };
        expect(freshShare(facts, [...all, overlay])).toBeLessThanOrEqual(
          freshShare(facts, all),
        );
      }),
      RUNS,
    );
    fc.assert(
      fc.property(
        fc.array(deployment, { maxLength: 6 }),
        consequences,
        consequences,
        (deployments, base, tightened) => {
          const shareWith = (tighter: typeof base) =>
            Number(
              deploymentFacts(
                {
                  entityRef: 'x',
                  incidents: [],
                  deployments,
                  watch: { covered: true, heard: true },
                },
                { base, tightened: tighter },
                policy,
                new Horizon(NOW),
              ).highConsequenceReviewShare ?? 0,
            );
          expect(shareWith(tightened)).toBeLessThanOrEqual(shareWith(base));
        },
      ),
      RUNS,
    );
  });

  it('9: losing a fact never raises the share of fresh facts', () => {
    fc.assert(
      fc.property(
        documents,
        checks,
        fc.constantFrom(...paths),
        (facts, all, path) => {
          const [collector, key] = path.split('.');
          const without = facts.map(document => {
            const values = { ...document.values };
            if (document.collector === collector) delete values[key];
            return { ...document, values };
          });
          expect(freshShare(without, all)).toBeLessThanOrEqual(
            freshShare(facts, all),
          );
        },
      ),
      RUNS,
    );
  });
});
