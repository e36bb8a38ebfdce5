import type { Objective } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  draftOf,
  firstReviewDay,
  mistakesOf,
  objectiveOf,
  withMeasure,
  type ObjectiveDraft,
} from './objectiveDraft';

const NOW = new Date(2026, 2, 1, 9).getTime();
const EARLIER = new Date(2026, 1, 1).getTime();

const before: Objective = {
  domainRef: 'domain:default/payments',
  statement: 'Every payment settles the same day.',
  measures: [
    { title: 'Settled', target: '99 %', current: '97 %', measuredAt: EARLIER },
    { title: 'Disputes', target: 'below 1 %' },
  ],
  ownerRef: 'group:default/board',
  reviewAt: new Date(2026, 5, 30).getTime(),
  updatedAt: EARLIER,
  updatedBy: 'user:default/bo',
};

describe('objectiveDraft', () => {
  it('says the same again where nothing was changed', () => {
    const { statement, measures, ownerRef, reviewAt } = before;
    const draft = draftOf(before);

    expect(mistakesOf(draft, NOW)).toEqual([]);
    expect(objectiveOf(draft, before, NOW)).toEqual({
      statement,
      measures,
      ownerRef,
      reviewAt,
    });
  });

  it('dates what was measured anew', () => {
    const draft = draftOf(before);
    draft.measures[0].current = ' 98 % ';

    expect(objectiveOf(draft, before, NOW).measures[0]).toEqual({
      title: 'Settled',
      target: '99 %',
      current: '98 %',
      measuredAt: NOW,
    });
  });

  it.each<[string, Partial<ObjectiveDraft>, string]>([
    ['a statement that is too short', { statement: ' short   ' }, 'statement'],
    ['no owner', { ownerRef: undefined }, 'ownerRef'],
    ['no date', { reviewOn: '' }, 'reviewOn'],
    ['today, which has begun', { reviewOn: '2026-03-01' }, 'reviewOn'],
    [
      'a measure without a target',
      { measures: [{ key: 4, title: 'Settled', target: ' ', current: '' }] },
      'target-4',
    ],
  ])('does not take %s', (_, change, field) => {
    expect(mistakesOf({ ...draftOf(before), ...change }, NOW)).toEqual([field]);
  });

  it('takes the first day that it offers', () => {
    const draft = { ...draftOf(before), reviewOn: firstReviewDay(NOW) };

    expect(mistakesOf(draft, NOW)).toEqual([]);
  });

  it('begins with one empty measure and adds others under keys of their own', () => {
    const { measures } = withMeasure(withMeasure(draftOf(undefined)));

    expect(measures.map(({ key, title }) => [key, title])).toEqual([
      [0, ''],
      [1, ''],
      [2, ''],
    ]);
  });
});
