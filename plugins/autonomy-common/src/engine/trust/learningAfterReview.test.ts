import type { Incident, IncidentReview } from '../../model';
import {
  completedPlan,
  DAY,
  failure,
  NOW,
  policy,
  service,
  trustAt,
} from './__testUtils__/records';
import { learningAfterReview } from './learningAfterReview';

const review: IncidentReview = { completedAt: NOW - DAY, actions: [] };
const closed = { title: 'Mend it', closedAt: NOW - DAY / 2 };

function factorOf(incident: Incident, isPlanned: boolean): number {
  const { areas } = trustAt(
    service({
      incidents: [incident],
      plans: isPlanned ? [completedPlan('s/a', NOW - 2 * DAY)] : [],
    }),
    NOW,
  );
  const [line] = areas
    .flatMap(({ result }) => result.lines)
    .flatMap(each => (each.kind === 'incident' ? [each] : []));
  return line.learningFactor;
}

describe('learningAfterReview', () => {
  const incidents: [string, Partial<Incident>][] = [
    ['unreviewed', {}],
    ['reviewed', { review }],
    ['settled', { review: { ...review, actions: [closed] } }],
    ['open', { resolvedAt: undefined }],
    ['low', { severity: 'low' }],
    ['reopened', { reopenedAt: NOW - DAY / 4 }],
  ];
  const reviews: IncidentReview[] = [
    review,
    { ...review, actions: [closed] },
    { ...review, actions: [closed, { title: 'Open' }] },
    { ...review, noActionNeeded: true },
    { ...review, completedAt: NOW - 300 * DAY },
  ];

  const saidOf = (
    incident: Incident,
    next: IncidentReview,
    isPlanned: boolean,
  ) =>
    learningAfterReview({
      incident,
      review: next,
      learningFactor: factorOf(incident, isPlanned),
      learning: policy.trust.learning,
      now: NOW,
    });

  it.each(incidents)('says what the account will say: %s', (_, rest) => {
    const incident = failure('a', 10, rest);
    for (const next of reviews) {
      expect(saidOf(incident, next, false)).toBe(
        factorOf({ ...incident, review: next }, false),
      );
    }
  });

  it.each(incidents.filter(([name]) => name !== 'settled'))(
    'keeps what a plan is worth: %s',
    (_, rest) => {
      const incident = failure('a', 10, rest);
      for (const next of reviews) {
        expect(saidOf(incident, next, true)).toBe(
          factorOf({ ...incident, review: next }, true),
        );
      }
    },
  );

  it('promises nothing of a plan that is worth no more than the review', () => {
    const incident = failure('a', 10, {
      review: { ...review, actions: [closed] },
    });

    expect(saidOf(incident, review, true)).toBe(0.75);
  });
});
