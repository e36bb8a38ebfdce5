import {
  learningAfterReview,
  type IncidentReview,
  type RecordedIncident,
  type TrustPolicy,
  type TrustResult,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';

/** What a review leaves of the trust that an incident costs in one area. */
export interface ReviewWorth {
  area: string;
  /** What it costs now, 0..1. */
  before: number;
  /** What it costs with the review. */
  after: number;
  /** What it costs once every action is closed. */
  closed: number;
}

export interface ReviewWorthInput {
  incident: RecordedIncident;
  review: IncidentReview;
  trust: readonly TrustResult[];
  learning: TrustPolicy['learning'];
  /** UTC milliseconds. */
  now: number;
}

/** What a review is worth in each area that the incident costs trust in. */
export function reviewWorth(input: ReviewWorthInput): ReviewWorth[] {
  const { incident, review, trust } = input;
  const settled = withAllClosed(review, input.now);
  return trust.flatMap(({ area, lines }) =>
    lines.flatMap(line => {
      if (
        line.kind !== 'incident' ||
        line.incidentId !== incident.id ||
        line.source !== incident.source
      ) {
        return [];
      }
      const { ageFactor, learningFactor, loss, repeatFactor } = line;
      const full = loss * repeatFactor * ageFactor;
      const costWith = (next: IncidentReview) =>
        full * learningAfterReview({ ...input, learningFactor, review: next });
      return [
        {
          area,
          before: full * learningFactor,
          after: costWith(review),
          closed: costWith(settled),
        },
      ];
    }),
  );
}

function withAllClosed(review: IncidentReview, now: number): IncidentReview {
  const titles = review.actions.map(({ title }) => title);
  const all = titles.length > 0 ? titles : [''];
  return { ...review, actions: all.map(title => ({ title, closedAt: now })) };
}
