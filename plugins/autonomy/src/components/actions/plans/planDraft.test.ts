import type { RepairAdvice } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { createPlan } from '@aligned-autonomy/backstage-plugin-autonomy-react/testUtils';
import { daysAfter, startOfDay } from '../shared';
import {
  draftOfAdvice,
  draftOfPlan,
  newDraft,
  planOf,
  withApproach,
  type PlanDraft,
} from './planDraft';
import { planMistakes } from './planMistakes';

const DAY = 86_400_000;
const NOW = new Date(2026, 10, 20, 15).getTime();
const LIMITS = {
  'full-restriction': {
    cap: 1 as const,
    duration: 30 * DAY,
    maxDuration: 30 * DAY,
  },
  'targeted-guardrails': {
    cap: 2 as const,
    duration: 60 * DAY,
    maxDuration: 90 * DAY,
  },
  'collaborative-reset': { duration: 30 * DAY, maxDuration: 90 * DAY },
};

const advice = {
  draft: {
    entityRef: 'component:default/a',
    approach: 'targeted-guardrails',
    areas: ['deployment'],
    cap: 2,
    criteria: [],
    incidents: ['pagerduty/PAY-1'],
    startsAt: NOW,
    endsAt: NOW + 60 * DAY,
  },
} as unknown as RepairAdvice;

const whole: PlanDraft = {
  ...draftOfAdvice(advice)!,
  title: 'Safer releases',
  reason: 'Payments failed twice.',
  criteria: ['tracing'],
};

const options = { now: NOW, limits: LIMITS };

describe('the draft of a plan', () => {
  it('is what was advised, and is looked at half way', () => {
    expect(draftOfAdvice(advice)).toMatchObject({
      approach: 'targeted-guardrails',
      cap: 2,
      areas: ['deployment'],
      incidents: ['pagerduty/PAY-1'],
      startsOn: '2026-11-20',
      reviewOn: '2026-12-20',
    });
    expect(draftOfAdvice({ ...advice, draft: undefined })).toBeUndefined();
  });

  it('takes the usual cap and length of its approach', () => {
    const draft = newDraft({ areas: ['security'], now: NOW }, LIMITS);
    expect(draft).toMatchObject({
      approach: 'collaborative-reset',
      cap: undefined,
      areas: ['security'],
    });
    expect(withApproach(draft, 'full-restriction', LIMITS)).toMatchObject({
      cap: 1,
      endsOn: '2026-12-20',
      reviewOn: '2026-12-05',
    });
    // Without the policy nothing but the approach is known.
    expect(withApproach(draft, 'full-restriction', undefined)).toEqual({
      ...draft,
      approach: 'full-restriction',
    });
  });

  it('begins with its first day, and lasts as long as was chosen', () => {
    const plan = planOf(whole, LIMITS);
    expect(plan).toMatchObject({
      title: 'Safer releases',
      startsAt: startOfDay('2026-11-20'),
      endsAt: startOfDay(whole.endsOn),
      reviewAt: startOfDay('2026-12-20'),
    });
  });

  it('is neither too short nor too long for the change of clocks', () => {
    const draft: PlanDraft = {
      ...whole,
      approach: 'full-restriction',
      startsOn: '2026-10-10',
      endsOn: '2026-11-09',
    };
    const { endsAt, startsAt } = planOf(draft, LIMITS);
    expect(endsAt - startsAt).toBe(30 * DAY);
  });

  it('keeps the instants of days that nobody touched', () => {
    const saved = createPlan({ startsAt: NOW + 5 * DAY + 1_234 });
    const draft = draftOfPlan(saved);
    expect(planOf(draft, LIMITS, saved)).toMatchObject({
      startsAt: saved.startsAt,
      endsAt: saved.endsAt,
      reviewAt: saved.reviewAt,
      criteria: ['rollback-tested', 'tracing'],
    });
    const later = { ...draft, endsOn: daysAfter(saved.endsAt, 1) };
    expect(planOf(later, LIMITS, saved).endsAt).toBe(startOfDay(later.endsOn));
  });
});

describe('the mistakes of a plan', () => {
  it('are none in a whole one', () => {
    expect(Object.values(planMistakes(whole, options)).filter(Boolean)).toEqual(
      [],
    );
  });

  it.each<[string, Partial<PlanDraft>, object]>([
    ['no title', { title: ' \n' }, { title: 'required' }],
    ['a short reason', { reason: 'because' }, { reason: 'short' }],
    ['no area', { areas: [] }, { areas: 'required' }],
    ['no criterion', { criteria: [] }, { criteria: 'required' }],
    ['yesterday', { startsOn: '2026-11-19' }, { startsOn: 'start' }],
    ['no day', { startsOn: '' }, { startsOn: 'start' }],
    ['no cap', { cap: undefined }, { cap: 'required' }],
    ['a start too late', { startsOn: '2026-12-21' }, { startsOn: 'start' }],
    ['an end too soon', { endsOn: '2026-12-19' }, { endsOn: 'end' }],
    ['an end too late', { endsOn: '2027-03-01' }, { endsOn: 'end' }],
    [
      'a review at the start',
      { reviewOn: '2026-11-20' },
      { reviewOn: 'review' },
    ],
    ['a review after', { reviewOn: '2027-02-01' }, { reviewOn: 'review' }],
  ])('are found: %s', (_, change, found) => {
    expect(planMistakes({ ...whole, ...change }, options)).toMatchObject(found);
  });

  it('ask for a criterion of what caps rights alone', () => {
    const reset: PlanDraft = {
      ...whole,
      approach: 'collaborative-reset',
      cap: undefined,
      criteria: [],
    };
    expect(Object.values(planMistakes(reset, options)).filter(Boolean)).toEqual(
      [],
    );
  });

  it('let the first day stay as it was saved', () => {
    const late = { ...whole, startsOn: '2026-11-10' };
    expect(planMistakes(late, options).startsOn).toBe('start');
    expect(
      planMistakes(late, { ...options, formerStart: '2026-11-10' }).startsOn,
    ).toBeUndefined();
  });

  it('allow the last day of the longest time, and the first of the shortest', () => {
    for (const days of [30, 90]) {
      const endsOn = daysAfter(startOfDay(whole.startsOn)!, days);
      const draft = { ...whole, endsOn, reviewOn: '2026-12-01' };
      expect(planMistakes(draft, options)).toMatchObject({
        endsOn: undefined,
        reviewOn: undefined,
      });
    }
  });
});
