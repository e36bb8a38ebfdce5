import { createIncident } from '@aligned-autonomy/backstage-plugin-autonomy-react/testUtils';
import { dayOf, daysAfter, lastInstantOf } from '../shared';
import { draftOf, isSayable, reviewDays, reviewOf } from './reviewDraft';

const NOW = new Date(2026, 10, 20, 12).getTime();
const incident = createIncident({ startedAt: new Date(2026, 10, 2).getTime() });
const before = incident.review!;

describe('the draft of a review', () => {
  it('gives back what is on record', () => {
    const draft = draftOf(incident, NOW);

    expect(reviewOf(draft, { before, decides: false, now: NOW })).toEqual(
      before,
    );
  });

  it('begins today', () => {
    const draft = draftOf({ ...incident, review: undefined }, NOW);

    expect(draft).toEqual({
      completed: dayOf(NOW),
      actions: [],
      noActionNeeded: false,
    });
  });

  it('keeps the instants of days that stay, and takes the last of new ones', () => {
    const yesterday = daysAfter(NOW, -1);
    const draft = draftOf(incident, NOW);
    draft.actions[1].closed = yesterday;
    draft.actions.push({ key: 9, title: ' New\n one ', closed: '' });

    const { actions, completedAt } = reviewOf(draft, {
      before,
      decides: false,
      now: NOW,
    });
    expect(completedAt).toBe(before.completedAt);
    expect(actions).toEqual([
      before.actions[0],
      {
        title: before.actions[1].title,
        closedAt: lastInstantOf(yesterday, NOW),
      },
      { title: 'New one' },
    ]);
  });

  it('lets owners say what is new, and boards what was since the incident', () => {
    const own = reviewDays(incident, { decides: false, now: NOW });
    const board = reviewDays(incident, { decides: true, now: NOW });
    const sayable = (days: typeof own, ago: number) =>
      isSayable(daysAfter(NOW, -ago), undefined, days);

    expect([0, 1, 2].map(ago => sayable(own, ago))).toEqual([
      true,
      true,
      false,
    ]);
    expect([2, 18, 19, -1].map(ago => sayable(board, ago))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(isSayable(dayOf(before.completedAt), before.completedAt, own)).toBe(
      true,
    );
  });
});
