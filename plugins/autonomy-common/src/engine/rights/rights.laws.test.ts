import fc from 'fast-check';
import { defaultPolicy } from '../../__fixtures__/defaults';
import { DAY, daysAgo, incident, NOW } from '../../__fixtures__/scenario';
import {
  SEVERITIES,
  type AutonomyLevel,
  type DecisionRight,
  type Incident,
  type RightResult,
  type Tier,
} from '../../model';
import { consequencesFor } from '../consequences';
import { Horizon } from '../time';
import {
  audit,
  grant,
  guardrail,
  input,
  plan,
} from './__testUtils__/rightInput';
import { areaRights, type RightInput } from '.';

const { policy } = defaultPolicy();
const AREAS = policy.areas.map(({ id }) => id);
const RUNS = { numRuns: 1000 };

const right = fc.constantFrom<DecisionRight>(1, 2, 3, 4, 5);
// Often so good that something else binds.
const figure = fc.oneof(
  fc.constant(0.99),
  fc.double({ min: 0, max: 0.999, noNaN: true }),
);
const days = fc.integer({ min: -60, max: 120 });
// Few areas, so that what binds meets.
const area = fc.constantFrom('budget', 'operations', 'security');

const anyIncident: fc.Arbitrary<Incident> = fc
  .record({
    id: fc.uuid(),
    severity: fc.constantFrom(...SEVERITIES),
    startedDaysAgo: fc.integer({ min: 0, max: 100 }),
    areas: fc.uniqueArray(area, { maxLength: 2 }),
  })
  .map(sketch => incident(sketch));

/** Fails every trial that runs in the areas of grants. */
const severe = anyIncident.map(
  (mild): Incident => ({
    ...mild,
    severity: 'critical',
    areas: ['budget', 'operations', 'security'],
    startedAt: daysAgo(0.1),
    recordedAt: NOW,
  }),
);

const anyGrant = fc
  .record({
    id: fc.uuid(),
    area,
    right,
    from: days,
    length: fc.integer({ min: 1, max: 150 }),
    revoked: fc.option(days, { nil: undefined }),
    failsFrom: fc.option(fc.constantFrom(...SEVERITIES), { nil: undefined }),
  })
  .map(({ id, from, length, revoked, failsFrom, ...rest }) =>
    grant(rest.right, {
      id,
      area: rest.area,
      from: daysAgo(from),
      expiresAt: daysAgo(from - length),
      revokedAt: revoked === undefined ? undefined : daysAgo(revoked),
      trial: failsFrom && { failsFrom },
    }),
  );

const anyAudit = fc
  .record({
    id: fc.uuid(),
    heldAt: days,
    team: fc.dictionary(area, right),
    agreed: fc.option(fc.dictionary(area, right), { nil: undefined }),
  })
  .map(({ id, heldAt, ...ratings }) =>
    audit(id, { heldAt: daysAgo(heldAt), ...ratings }),
  );

const anyGuardrail = fc
  .record({
    id: fc.uuid(),
    breached: fc.boolean(),
    mandatory: fc.boolean(),
    cap: fc.option(right, { nil: undefined }),
    effect: fc.constantFrom('narrow' as const, 'stop' as const),
    areas: fc.uniqueArray(area, { maxLength: 2 }),
  })
  .map(({ id, ...standing }) => guardrail(id, standing));

const anyInput: fc.Arbitrary<RightInput> = fc
  .record({
    level: fc.constantFrom<AutonomyLevel>(1, 2, 3, 4, 4, 4),
    accountability: figure,
    tier: fc.constantFrom<Tier>(1, 2, 3, 4),
    trust: fc.array(figure, {
      minLength: AREAS.length,
      maxLength: AREAS.length,
    }),
    bypassIn: fc.option(area, { nil: undefined }),
    guardrails: fc.array(anyGuardrail, { maxLength: 2 }),
    plans: fc.array(
      fc.option(right, { nil: undefined }).map(cap => plan(cap)),
      { maxLength: 1 },
    ),
    grants: fc.array(anyGrant, { maxLength: 4 }),
    audits: fc.array(anyAudit, { maxLength: 3 }),
    incidents: fc.array(anyIncident, { maxLength: 3 }),
  })
  .map(({ trust, bypassIn, ...rest }) => {
    const consequences = consequencesFor(rest.tier, policy);
    return input({
      ...rest,
      consequences,
      trust: AREAS.map((id, i) => ({
        result: {
          area: id,
          value: trust[i],
          need: policy.trust.need[consequences.get(id)!],
          asOf: NOW,
          covered: true,
          lines: [],
        },
        bypasses:
          id === bypassIn
            ? [incident({ severity: 'high', startedDaysAgo: 3 })]
            : [],
      })),
    });
  });

function at(rightInput: RightInput, now = NOW) {
  const horizon = new Horizon(now);
  const rights = areaRights(rightInput, policy, horizon);
  return { rights, nextChangeAt: horizon.nextChangeAt };
}

/** Areas in which a right is higher after than before. */
function raised(after: RightResult[], before: RightResult[]): string[] {
  return after
    .filter(
      ({ recommended, effective }, i) =>
        recommended > before[i].recommended || effective > before[i].effective,
    )
    .map(result => result.area);
}

describe('rights', () => {
  it('law 7: the smallest cap is recommended and no hard cap is exceeded', () => {
    fc.assert(
      fc.property(anyInput, rightInput => {
        for (const { caps, recommended, effective } of at(rightInput).rights) {
          expect(recommended).toBe(Math.min(...caps.map(cap => cap.right)));
          for (const cap of caps.filter(({ hard }) => hard)) {
            expect(effective).toBeLessThanOrEqual(cap.right);
          }
        }
      }),
      RUNS,
    );
  });

  it('law 7: no right falls as trust, accountability or level rise', () => {
    fc.assert(
      fc.property(anyInput, figure, figure, (rightInput, more, gain) => {
        const better = {
          ...rightInput,
          level: Math.min(
            4,
            rightInput.level + Math.round(gain),
          ) as AutonomyLevel,
          accountability: Math.max(rightInput.accountability, more),
          trust: rightInput.trust.map(({ result, bypasses }) => ({
            result: { ...result, value: Math.max(result.value, gain) },
            bypasses,
          })),
        };
        expect(raised(at(rightInput).rights, at(better).rights)).toEqual([]);
      }),
      RUNS,
    );
  });

  it('law 1: an incident, with the trust it costs, raises no right', () => {
    fc.assert(
      fc.property(
        anyInput,
        fc.oneof(anyIncident, severe),
        figure,
        (rightInput, more, cost) => {
          const worse = {
            ...rightInput,
            incidents: [...rightInput.incidents, more],
            trust: rightInput.trust.map(({ result, bypasses }) => ({
              result: {
                ...result,
                value: more.areas.includes(result.area)
                  ? Math.max(0, result.value - cost)
                  : result.value,
              },
              bypasses,
            })),
          };
          expect(raised(at(worse).rights, at(rightInput).rights)).toEqual([]);
        },
      ),
      RUNS,
    );
  });

  it('a failed trial lifts nothing', () => {
    fc.assert(
      fc.property(anyInput, rightInput => {
        for (const result of at(rightInput).rights) {
          if (!result.grant?.failed) continue;
          expect(result.effective).toBeLessThanOrEqual(result.recommended);
        }
      }),
      RUNS,
    );
  });

  it('a mismatch has a positive priority exactly where there is a difference', () => {
    fc.assert(
      fc.property(anyInput, rightInput => {
        for (const { mismatch, recommended } of at(rightInput).rights) {
          if (!mismatch) continue;
          const { actual, difference, priority } = mismatch;
          expect(difference).toBe(actual - recommended);
          expect((priority ?? 0) > 0).toBe(difference !== 0);
        }
      }),
      RUNS,
    );
  });

  it('law 11: the order of what comes in never matters', () => {
    fc.assert(
      fc.property(anyInput, rightInput => {
        const reversed = {
          ...rightInput,
          guardrails: [...rightInput.guardrails].reverse(),
          plans: [...rightInput.plans].reverse(),
          grants: [...rightInput.grants].reverse(),
          audits: [...rightInput.audits].reverse(),
          incidents: [...rightInput.incidents].reverse(),
        };
        expect(at(reversed)).toEqual(at(rightInput));
      }),
      RUNS,
    );
  });

  it('law 12: nothing changes before the instant it names', () => {
    fc.assert(
      fc.property(
        anyInput,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (rightInput, part) => {
          const { rights, nextChangeAt = NOW + 500 * DAY } = at(rightInput);
          const later = NOW + Math.floor(part * (nextChangeAt - 1 - NOW));
          expect(at(rightInput, later).rights).toEqual(rights);
        },
      ),
      RUNS,
    );
  });
});
