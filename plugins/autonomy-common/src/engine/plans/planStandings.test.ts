import { defaultPolicy } from '../../__fixtures__/defaults';
import { DAY, daysAgo, NOW, REF } from '../../__fixtures__/time';
import type { Plan, PlanEnd } from '../../model';
import { Horizon } from '../time';
import { planStandings, rememberedEnds } from '.';

const { repair } = defaultPolicy().policy;

function plan(rest: Partial<Plan> = {}): Plan {
  return {
    id: 'p',
    entityRef: REF,
    title: 'Earn it back',
    approach: 'targeted-guardrails',
    areas: ['operations'],
    criteria: ['alerts'],
    incidents: [],
    startsAt: daysAgo(20),
    endsAt: daysAgo(-10),
    signedAt: daysAgo(21),
    recordedAt: daysAgo(25),
    ...rest,
  };
}

function standing(
  rest: Partial<Plan> = {},
  { met = true, now = NOW, ends = {} as Record<string, PlanEnd> } = {},
) {
  const horizon = new Horizon(now);
  const [result] = planStandings(
    [plan(rest)],
    ends,
    () => met,
    horizon,
    repair,
  );
  return { ...result, nextChangeAt: horizon.nextChangeAt };
}

describe('a plan', () => {
  it('is a draft until both have signed it', () => {
    expect(standing({ signedAt: undefined })).toMatchObject({
      state: 'draft',
      nextChangeAt: undefined,
    });
    expect(standing({ signedAt: NOW + 1 })).toMatchObject({
      state: 'draft',
      nextChangeAt: NOW + 1,
    });
  });

  it('is planned before its start and active from it', () => {
    expect(standing({ startsAt: NOW + 1 })).toMatchObject({
      state: 'planned',
      nextChangeAt: NOW + 1,
    });
    expect(standing({ startsAt: NOW })).toMatchObject({
      state: 'active',
      nextChangeAt: daysAgo(-10),
    });
  });

  it.each(['constructor', '__proto__'])('may have the id %s', id => {
    expect(standing({ id })).toMatchObject({ state: 'active' });
    const ended = rememberedEnds([standing({ id, endsAt: NOW })]);
    expect(
      standing({ id, endsAt: NOW }, { met: false, now: NOW + 1, ends: ended }),
    ).toMatchObject({ state: 'completed', endedAt: NOW });
  });

  it('ends when the board says so', () => {
    expect(standing({ completedAt: NOW })).toMatchObject({
      state: 'completed',
      endedAt: NOW,
    });
    expect(standing({ liftedAt: NOW })).toMatchObject({
      state: 'lifted',
      endedAt: NOW,
    });
    expect(standing({ liftedAt: NOW + 1 })).toMatchObject({
      state: 'active',
      nextChangeAt: NOW + 1,
    });
    expect(standing({ signedAt: undefined, completedAt: NOW }).state).toBe(
      'draft',
    );
  });

  it('is decided by its criteria at its end', () => {
    const endsAt = NOW;
    expect(standing({ endsAt })).toMatchObject({
      state: 'completed',
      endedAt: NOW,
      criteria: [{ checkId: 'alerts', met: true }],
    });
    expect(standing({ endsAt }, { met: false })).toMatchObject({
      state: 'lapsed',
      endedAt: NOW,
    });
  });

  it('completes nothing if it asked for nothing, or was signed too late', () => {
    expect(standing({ endsAt: NOW, criteria: [] }).state).toBe('lapsed');
    expect(standing({ endsAt: daysAgo(1), signedAt: NOW }).state).toBe(
      'lapsed',
    );
  });

  it('stays as it ended by itself, whatever comes after', () => {
    const ends = { p: { outcome: 'lapsed' as const, at: daysAgo(2) } };
    const later = { endsAt: daysAgo(2), completedAt: daysAgo(1) };
    expect(standing(later, { ends })).toMatchObject({
      state: 'lapsed',
      endedAt: daysAgo(2),
    });
    expect(standing({ ...later, completedAt: undefined }).state).toBe(
      'completed',
    );
  });

  it('is remembered only where it ended by itself', () => {
    const at = (rest: Partial<Plan>) =>
      rememberedEnds(
        planStandings(
          [plan(rest)],
          undefined,
          () => true,
          new Horizon(NOW),
          repair,
        ),
      );
    expect(at({ endsAt: NOW })).toEqual({
      p: { outcome: 'completed', at: NOW },
    });
    expect(at({ endsAt: NOW, criteria: [] })).toEqual({
      p: { outcome: 'lapsed', at: NOW },
    });
    expect(at({})).toEqual({});
    expect(at({ completedAt: NOW })).toEqual({});
    expect(at({ liftedAt: NOW })).toEqual({});
  });

  it('lasts no longer than the policy allows, and is extended once', () => {
    const { maxDuration } = repair.plans['full-restriction'];
    const startsAt = daysAgo(1);
    const end = startsAt + maxDuration;
    const restriction = {
      approach: 'full-restriction' as const,
      startsAt,
      endsAt: startsAt + 80 * DAY,
    };
    expect(standing(restriction).endsAt).toBe(end);
    const extended = (to: number, on = end - 1) =>
      standing({ ...restriction, extendedTo: to, extendedAt: on }).endsAt;
    expect(extended(end + 5 * DAY)).toBe(end + 5 * DAY);
    expect(extended(end + 500 * DAY)).toBe(end + maxDuration);
    expect(extended(startsAt)).toBe(end);
    // Somebody may have seen it lapse.
    expect(extended(end + 5 * DAY, end)).toBe(end);
  });

  it('stands in the order of ids', () => {
    const plans = ['b', 'c', 'a'].map(id => plan({ id }));
    expect(
      planStandings(plans, undefined, () => true, new Horizon(NOW), repair).map(
        each => each.plan.id,
      ),
    ).toEqual(['a', 'b', 'c']);
  });
});
