import fc from 'fast-check';
import { highest } from '../../../engine/consequences';
import { CONSEQUENCES, MATTERS } from '../../../model';
import { base, guardrails } from './compileOver';

const DAY = 86_400_000;
const optional = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.option(arbitrary, { nil: undefined });
const days = (max: number) => fc.integer({ min: 0, max });
const asDuration = (milliseconds: number) => `P${milliseconds / DAY}D`;
const right = fc.integer({ min: 1, max: 5 });

/** Every value of a table through a function that keeps its order. */
function mapped<K extends string | number, V, W>(
  table: Record<K, V>,
  map: (value: V) => W,
): Record<K, W> {
  return Object.fromEntries(
    Object.entries(table).map(([key, value]) => [key, map(value as V)]),
  ) as Record<K, W>;
}

const tightening = fc
  .record({
    definition: fc.constantFrom(...guardrails),
    mandatory: optional(fc.constant(true)),
    stop: fc.boolean(),
    narrowTo: optional(right),
    grace: optional(days(20)),
    consequence: optional(fc.constantFrom(...CONSEQUENCES)),
  })
  .map(({ definition, mandatory, stop, narrowTo, grace, consequence }) => {
    const { id, effect } = definition;
    const limit = definition.narrowTo ?? base.policy.guardrails.caps.narrow;
    const stops = stop || effect === 'stop';
    const ofAreas = highest(
      base.policy.areas
        .filter(area => definition.areas!.includes(area.id))
        .map(area => area.consequence),
    );
    const ofPolicy = base.policy.guardrails.grace[ofAreas];
    return {
      id,
      passAt: 1,
      mandatory,
      grace:
        grace === undefined
          ? undefined
          : asDuration(Math.min(grace * DAY, ofPolicy)),
      consequence: consequence && highest([consequence, ofAreas]),
      effect: stops ? 'stop' : 'narrow',
      narrowTo:
        stops || narrowTo === undefined ? undefined : Math.min(narrowTo, limit),
    };
  });

/** Overlays whose every field is at least as strict as the base. */
export const tighterSpec = fc
  .record({
    readiness: fc.integer({ min: 0, max: 30 }),
    accountability: fc.double({ min: 0, max: 1, noNaN: true }),
    minTrust: optional(fc.double({ min: 0.75, max: 1, noNaN: true })),
    trustFrom: fc.constantFrom(0, 1, 2),
    sustained: days(200),
    grace: days(10),
    cap: right,
    bound: fc.integer({ min: 1, max: 4 }),
    ceiling: fc.double({ min: 0, max: 0.39, noNaN: true }),
    demotion: days(14),
    limit: fc.integer({ min: 1, max: 90 }),
    need: fc.double({ min: 0.01, max: 1, noNaN: true }),
    areas: fc.uniqueArray(
      fc.tuple(
        fc.constantFrom(...base.policy.areas),
        fc.constantFrom(...CONSEQUENCES),
      ),
      { maxLength: 5, selector: ([area]) => area.id },
    ),
    checks: fc.array(tightening, { maxLength: 4 }),
    renewals: optional(fc.constantFrom(0, 1)),
    maxDebt: optional(fc.double({ min: 0, max: 0.1, noNaN: true })),
    rules: fc.uniqueArray(
      fc.record({
        matter: fc.constantFrom(...MATTERS),
        votes: optional(fc.integer({ min: 0, max: 5 })),
        unanimous: fc.boolean(),
      }),
      { maxLength: 4, selector: ({ matter }) => matter },
    ),
    only: fc.subarray(
      [
        'levels',
        'areas',
        'checks',
        'guardrails',
        'accountability',
        'ladder',
        'exemptions',
        'grants',
        'governance',
        'trust',
        'rights',
        'decisions',
      ],
      { minLength: 1 },
    ),
  })
  .map(given => {
    const { policy } = base;
    const lower = (value: number) => Math.min(value, given.cap);
    const levels = policy.levels.slice(1).map(level => ({
      level: level.level,
      minReadiness: Math.min(100, level.minReadiness! + given.readiness),
      minAccountability: Math.max(
        level.minAccountability!,
        given.accountability,
      ),
      minTrust:
        given.minTrust === undefined
          ? undefined
          : {
              value: given.minTrust,
              consequences: CONSEQUENCES.slice(given.trustFrom),
            },
      sustainedFor: asDuration(
        Math.max(level.sustainedFor!, given.sustained * DAY),
      ),
      promotion: 'board',
    }));
    const all: Record<string, unknown> = {
      levels,
      areas: given.areas.map(([{ id, consequence }, other]) => ({
        id,
        consequence:
          CONSEQUENCES.indexOf(other) > CONSEQUENCES.indexOf(consequence)
            ? other
            : consequence,
      })),
      checks: given.checks,
      guardrails: {
        grace: mapped(policy.guardrails.grace, value =>
          asDuration(Math.min(value, given.grace * DAY)),
        ),
        caps: mapped(policy.guardrails.caps, lower),
        mandatoryLevelBound: mapped(
          policy.guardrails.mandatoryLevelBound,
          value => Math.min(value, given.bound),
        ),
      },
      accountability: { requiredCeiling: given.ceiling },
      ladder: { demotionGrace: `P${given.demotion}D` },
      exemptions: {
        maxDuration: `P${given.limit}D`,
        renewals: given.renewals,
        maxDebt: given.maxDebt,
      },
      grants: { maxDuration: `P${given.limit}D`, renewals: given.renewals },
      governance: {
        rules: Object.fromEntries(
          given.rules.map(({ matter, votes, unanimous }) => [
            matter,
            {
              quorum:
                votes === undefined
                  ? undefined
                  : policy.governance.rules[matter].quorum + votes,
              approval: unanimous ? 'unanimous' : undefined,
            },
          ]),
        ),
      },
      trust: {
        need: mapped(policy.trust.need, value => Math.max(value, given.need)),
      },
      rights: {
        byLevel: mapped(policy.rights.byLevel, row => mapped(row, lower)),
      },
      decisions: {
        actorCaps: mapped(policy.decisions.actorCaps, row =>
          mapped(row, lower),
        ),
      },
    };
    return Object.fromEntries(given.only.map(key => [key, all[key]]));
  });
