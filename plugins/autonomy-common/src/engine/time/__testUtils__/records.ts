import fc from 'fast-check';
import { DAY, incident, NOW } from '../../../__fixtures__/scenario';
import { SEVERITIES } from '../../../model';

export const DAYS = 24;
export const at = (day: number) => NOW + day * DAY;

const entityRef = 'component:default/shop';
export const day = fc.integer({ min: 0, max: DAYS });
const later = fc.option(day, { nil: undefined });
const mostly = fc.constantFrom(true, true, true, true, false, null);

export const facts = fc
  .uniqueArray(
    fc.record({
      on: day,
      lasts: fc.nat({ max: 5 }),
      values: fc.record({
        two: mostly,
        three: mostly,
        load: mostly,
        boundary: mostly,
        fence: mostly,
      }),
    }),
    { selector: ({ on }) => on, minLength: 1, maxLength: 8 },
  )
  .map(reports => {
    const sorted = reports.sort((a, b) => a.on - b.on);
    return sorted.map(({ on, lasts, values }, i) => ({
      collector: 'probe',
      values,
      since: at(on),
      // Up to when it said so; never longer than until it said something else.
      collectedAt: Math.min(
        at(on + lasts),
        at(sorted[i + 1]?.on ?? Infinity) - 1,
      ),
      ttl: 4 * DAY,
    }));
  });

/** An end that was recorded on a day not before the beginning. */
const after = (from: number, on: number | undefined) =>
  on === undefined ? undefined : at(Math.max(from, on));

export const exemption = fc
  .record({
    checkId: fc.constantFrom('probe-2', 'probe-3', 'boundary', 'fence'),
    recorded: day,
    lasts: fc.integer({ min: 1, max: 8 }),
    revoked: later,
  })
  .map(({ checkId, recorded, lasts, revoked }) => ({
    id: `${checkId}-${recorded}-${lasts}`,
    entityRef,
    checkId,
    reason: 'Until spring.',
    from: at(recorded),
    expiresAt: at(recorded + lasts),
    revokedAt: after(recorded, revoked),
    recordedAt: at(recorded),
  }));

export const attestation = fc
  .record({
    recorded: day,
    answer: fc.constantFrom('yes' as const, 'no' as const),
    lasts: fc.integer({ min: 1, max: 8 }),
    withdrawn: later,
  })
  .map(({ recorded, answer, lasts, withdrawn }) => ({
    id: `${recorded}-${answer}-${lasts}`,
    entityRef,
    checkId: 'probe-ready',
    answer,
    recordedAt: at(recorded),
    expiresAt: at(recorded + lasts),
    withdrawnAt: after(recorded, withdrawn),
  }));

export const promotion = fc
  .record({
    level: fc.constantFrom(3 as const, 4 as const),
    outcome: fc.constantFrom('approved' as const, 'rejected' as const),
    recorded: day,
  })
  .map(({ level, outcome, recorded }) => ({
    id: `${level}-${outcome}-${recorded}`,
    entityRef,
    level,
    outcome,
    recordedAt: at(recorded),
  }));

export const grant = fc
  .record({
    recorded: day,
    lasts: fc.integer({ min: 1, max: 9 }),
    revoked: later,
  })
  .map(({ recorded, lasts, revoked }) => ({
    id: `${recorded}-${lasts}`,
    entityRef,
    area: 'tooling',
    right: 5 as const,
    reason: 'They know how.',
    from: at(recorded),
    expiresAt: at(recorded + lasts),
    revokedAt: after(recorded, revoked),
    recordedAt: at(recorded),
  }));

export const plan = fc
  .record({
    recorded: day,
    lasts: fc.integer({ min: 1, max: 9 }),
    signed: later,
    extended: later,
    lifted: later,
    completed: later,
    criteria: fc.subarray(['probe-2', 'fence']),
  })
  .map(
    ({ recorded, lasts, signed, extended, lifted, completed, criteria }) => ({
      id: `${recorded}-${lasts}`,
      entityRef,
      title: 'Earn it back',
      approach: 'targeted-guardrails' as const,
      areas: ['tooling'],
      cap: 2 as const,
      criteria,
      incidents: [],
      startsAt: at(recorded),
      endsAt: at(recorded + lasts),
      signedAt: after(recorded, signed),
      extendedTo: at(recorded + lasts + 3),
      extendedAt: after(recorded, extended),
      liftedAt: after(recorded, lifted),
      completedAt: after(recorded, completed),
      recordedAt: at(recorded),
    }),
  );

/**
 * An incident as it was first told, and again when it was over and reviewed; some come back, and some
 * of those are over a second time.
 */
export const incidentStates = fc
  .record({
    recorded: day,
    late: fc.nat({ max: 3 }),
    severity: fc.constantFrom(...SEVERITIES),
    open: fc.nat({ max: 6 }),
    again: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
    openAgain: fc.option(fc.nat({ max: 4 }), { nil: undefined }),
  })
  .map(({ recorded, late, severity, open, again, openAgain }) => {
    const first = {
      ...incident({ id: `i-${recorded}`, severity, startedDaysAgo: 0 }),
      areas: ['tooling'],
      startedAt: at(recorded - late),
      resolvedAt: undefined,
      recordedAt: at(recorded),
    };
    const over = at(recorded + open);
    const reviewed = {
      ...first,
      resolvedAt: over - DAY / 2,
      updatedAt: over,
      review: {
        completedAt: over,
        actions: [{ title: 'Mend it', closedAt: over }],
      },
    };
    if (again === undefined) return [first, reviewed];
    const reopenedAt = over + again * DAY;
    const reopened = {
      ...reviewed,
      resolvedAt: undefined,
      reopenedAt,
      updatedAt: reopenedAt,
    };
    if (openAgain === undefined) return [first, reviewed, reopened];
    const overAgain = reopenedAt + openAgain * DAY + DAY / 2;
    return [
      first,
      reviewed,
      reopened,
      { ...reopened, resolvedAt: overAgain, updatedAt: overAgain },
    ];
  });

export const some = <T extends { id: string }>(
  records: fc.Arbitrary<T>,
  max: number,
) => fc.uniqueArray(records, { maxLength: max, selector: ({ id }) => id });
