import type { Incident } from '../../model';
import { DAY, failure, NOW, service, trustAt } from './__testUtils__/records';

/** What is left of the loss of a reviewed incident that was resolved ten days ago. */
function learningOf(rest: Partial<Incident>) {
  const incidents = [failure('a', 10, rest)];
  const { areas } = trustAt(service({ incidents }), NOW);
  const { result } = areas.find(
    ({ result: { area } }) => area === 'operations',
  )!;
  const [line] = result.lines.flatMap(each =>
    each.kind === 'incident' ? [each] : [],
  );
  return line.learningFactor;
}

describe('what was learnt from an incident that came back', () => {
  const closedAt = NOW - 6 * DAY;
  const review = {
    completedAt: NOW - 8 * DAY,
    actions: [{ title: 'Mend it', closedAt }],
  };
  const reopened = (daysAgo: number, rest: Partial<Incident> = {}) =>
    learningOf({ review, reopenedAt: NOW - daysAgo * DAY, ...rest });

  it('leaves out actions that were closed before', () => {
    expect(reopened(7)).toBe(0.5);
    expect(reopened(6)).toBe(0.75);
    expect(reopened(5)).toBe(0.75);
  });

  it('leaves out the word that none was needed', () => {
    const nothing = { ...review, actions: [], noActionNeeded: true };
    expect(reopened(9, { review: nothing })).toBe(0.5);
    expect(reopened(7, { review: nothing })).toBe(0.75);
  });

  it('is as it was while that is still to come', () => {
    expect(reopened(-1)).toBe(0.5);
  });
});

describe('a review', () => {
  it.each([
    ['before it began', 11, 1],
    ['as it began', 10, 0.75],
  ])('that was done %s', (_, daysAgo, expected) => {
    const review = { completedAt: NOW - daysAgo * DAY, actions: [] };
    expect(learningOf({ review })).toBe(expected);
  });

  it('that was done before it began leaves a small one as it is', () => {
    const review = { completedAt: NOW - 11 * DAY, actions: [] };
    expect(learningOf({ severity: 'low', review })).toBe(1);
  });
});
