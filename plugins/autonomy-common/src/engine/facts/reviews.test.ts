import type { Incident, Severity } from '../../model';
import { incidentReviewDueAt } from './reviews';

const DAY = 86_400_000;
const REVIEWS = {
  dueAfter: 14 * DAY,
  unresolvedAfter: 10 * DAY,
  severityFrom: 'medium' as Severity,
  reportWithin: DAY,
};
const NOW = 1_000 * DAY;

const dueAt = (rest: Partial<Incident>) =>
  incidentReviewDueAt(
    {
      severity: 'high',
      startedAt: NOW,
      recordedAt: NOW,
      ...rest,
    } as Incident,
    { reviews: REVIEWS },
  );

describe('incidentReviewDueAt', () => {
  it('counts from the end, and not for long where there is none', () => {
    expect(dueAt({ resolvedAt: NOW + DAY })).toBe(NOW + 15 * DAY);
    expect(dueAt({ resolvedAt: NOW + 11 * DAY })).toBe(NOW + 24 * DAY);
    expect(dueAt({})).toBe(NOW + 24 * DAY);
    expect(dueAt({ recordedAt: NOW - DAY })).toBe(NOW + 23 * DAY);
  });

  it('is never for what is less severe', () => {
    expect(dueAt({ severity: 'medium' })).toBeDefined();
    expect(dueAt({ severity: 'low' })).toBeUndefined();
  });
});
