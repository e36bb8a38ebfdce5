import fc from 'fast-check';
import { defaultPolicy } from '../../../__fixtures__/defaults';
import { DAY, NOW, REF } from '../../../__fixtures__/time';
import {
  SEVERITIES,
  type Coverage,
  type Incident,
  type Plan,
} from '../../../model';
import { consequencesFor } from '../../consequences';
import type { PlanStanding } from '../../plans';
import { Horizon } from '../../time';
import { trustByArea } from '../trust';
import type { TrustInput } from '../TrustInput';

export { DAY, NOW, REF };
export const { policy } = defaultPolicy();
const AREAS = ['tooling', 'operations', 'infrastructure', 'compliance'];

/** What trust is computed from, at no instant in particular. */
export type TrustRecord = Omit<TrustInput, 'horizon' | 'policy'>;

/** Whole milliseconds before now, in days. */
const ago = (min: number, max: number) =>
  fc
    .integer({ min: Math.round(min * DAY), max: Math.round(max * DAY) })
    .map(ms => NOW - ms);

const coverage: fc.Arbitrary<Coverage> = fc
  .record({
    source: fc.constantFrom('a', 'b', 'c'),
    from: ago(-5, 500),
    length: fc.option(fc.integer({ min: 1, max: 200 * DAY }), {
      nil: undefined,
    }),
    lastHeardAt: fc.oneof(ago(-400, 0), ago(0, 12)),
  })
  .map(({ source, from, length, lastHeardAt }) => ({
    source,
    entityRef: REF,
    from,
    to: length && from + length,
    lastHeardAt,
  }));

const watchedForLong: Coverage = {
  source: 'a',
  entityRef: REF,
  from: NOW - 500 * DAY,
  lastHeardAt: NOW + 500 * DAY,
};

interface Sketch extends Pick<Incident, 'severity' | 'areas' | 'class'> {
  startedAt: number;
  recordedAfter: number;
  openFor?: number;
  reopenedAfter?: number;
  reviewedAfter?: number;
  actionsClosedAfter?: number;
  noActionNeeded: boolean;
  classifiedAt?: number;
}

const sketch: fc.Arbitrary<Sketch> = fc.record(
  {
    severity: fc.constantFrom(...SEVERITIES),
    areas: fc.uniqueArray(fc.constantFrom(...AREAS), { maxLength: 3 }),
    class: fc.constantFrom('none' as const, 'none' as const, 'bypass' as const),
    startedAt: ago(0, 400),
    recordedAfter: fc.integer({ min: -DAY, max: 0 }),
    openFor: fc.integer({ min: 0, max: 40 * DAY }),
    reopenedAfter: fc.integer({ min: 0, max: 60 * DAY }),
    reviewedAfter: fc.integer({ min: 0, max: 40 * DAY }),
    actionsClosedAfter: fc.integer({ min: 0, max: 90 * DAY }),
    noActionNeeded: fc.boolean(),
    classifiedAt: ago(0, 120),
  },
  {
    requiredKeys: [
      'severity',
      'areas',
      'class',
      'startedAt',
      'recordedAfter',
      'noActionNeeded',
    ],
  },
);

function incidentOf(from: Sketch, id: string): Incident {
  const { severity, areas, startedAt, openFor, reviewedAfter } = from;
  const { actionsClosedAfter: closed, reopenedAfter } = from;
  return {
    id,
    source: 's',
    entityRef: REF,
    title: id,
    severity,
    areas,
    class: from.class,
    classifiedAt: from.classifiedAt,
    startedAt,
    recordedAt: startedAt + from.recordedAfter,
    resolvedAt: openFor === undefined ? undefined : startedAt + openFor,
    // Nobody can tell what has not happened yet.
    reopenedAt:
      reopenedAfter === undefined
        ? undefined
        : Math.min(startedAt + reopenedAfter, NOW),
    review:
      reviewedAfter === undefined
        ? undefined
        : {
            completedAt: startedAt + reviewedAfter,
            noActionNeeded: from.noActionNeeded,
            actions:
              closed === undefined
                ? []
                : [{ title: 'Mend', closedAt: startedAt + closed }],
          },
  };
}

export const incident = sketch.map(from => incidentOf(from, 'more'));

/** Some follow each other within hours, as they do. */
const incidents: fc.Arbitrary<Incident[]> = fc
  .array(
    fc.tuple(
      sketch,
      fc.array(fc.tuple(sketch, fc.integer({ min: 0, max: 0.9 * DAY })), {
        maxLength: 3,
      }),
    ),
    { maxLength: 4 },
  )
  .map(clusters =>
    clusters.flatMap(([first, others]) => [
      first,
      ...others.map(([other, after]) => ({
        ...other,
        areas: first.areas,
        startedAt: Math.min(first.startedAt + after, NOW),
      })),
    ]),
  )
  .map(sketches => sketches.map((from, i) => incidentOf(from, `i${i}`)));

/** A plan that was completed as an answer to an incident. */
export function completedPlan(answers: string, completedAt: number) {
  const plan: Plan = {
    id: `plan-${answers}`,
    entityRef: REF,
    title: 'Earn it back',
    approach: 'collaborative-reset',
    areas: AREAS,
    criteria: [],
    incidents: [answers],
    startsAt: completedAt - 30 * DAY,
    endsAt: completedAt,
    completedAt,
    recordedAt: completedAt - 30 * DAY,
  };
  const standing: PlanStanding = {
    plan,
    state: 'completed',
    endsAt: completedAt,
    endedAt: completedAt,
    criteria: [],
  };
  return standing;
}

export const record: fc.Arbitrary<TrustRecord> = fc
  .record({
    tier: fc.constantFrom(1 as const, 3 as const),
    firstSeenAt: ago(0, 500),
    incidents,
    coverage: fc.oneof(
      fc.constant([watchedForLong]),
      fc.array(coverage, { maxLength: 5 }),
    ),
    plans: fc.array(fc.tuple(fc.nat({ max: 4 }), ago(0, 200)), {
      maxLength: 2,
    }),
  })
  .map(({ tier, plans, ...rest }) => ({
    ...rest,
    entityRef: REF,
    consequences: consequencesFor(tier, policy),
    plans: plans.map(([i, at]) => completedPlan(`s/i${i}`, at)),
  }));

/** A service that was watched for a month. */
export function service(rest: Partial<TrustRecord> = {}): TrustRecord {
  return {
    entityRef: REF,
    firstSeenAt: NOW - 500 * DAY,
    incidents: [],
    coverage: [
      {
        source: 's',
        entityRef: REF,
        from: NOW - 30 * DAY,
        lastHeardAt: NOW + 1000 * DAY,
      },
    ],
    plans: [],
    consequences: consequencesFor(3, policy),
    ...rest,
  };
}

/** A closed failure of operations. */
export function failure(
  id: string,
  daysAgo: number,
  rest: Partial<Incident> = {},
): Incident {
  const startedAt = NOW - daysAgo * DAY;
  return {
    id,
    source: 's',
    entityRef: REF,
    title: id,
    severity: 'medium',
    areas: ['operations'],
    class: 'none',
    startedAt,
    recordedAt: startedAt,
    resolvedAt: startedAt,
    ...rest,
  };
}

/** Trust at an instant, and when something that hangs on it may change next. */
export function trustAt(from: TrustRecord, now: number) {
  const horizon = new Horizon(now);
  const areas = trustByArea({ ...from, policy, horizon });
  return { areas, nextChangeAt: horizon.nextChangeAt };
}

export function valuesAt(from: TrustRecord, now = NOW): Map<string, number> {
  return new Map(
    trustAt(from, now).areas.map(({ result: { area, value } }) => [
      area,
      value,
    ]),
  );
}
