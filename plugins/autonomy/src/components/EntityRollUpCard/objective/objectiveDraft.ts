import type {
  NewObjective,
  Objective,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { dayOf, daysAfter, oneLine, startOfDay } from '../../actions/shared';

export const STATEMENT = { min: 10, max: 500 };
export const MOST_MEASURES = 10;

/** A measure as it is typed. */
export interface MeasureDraft {
  /** Tells it from the others while it is edited. */
  key: number;
  title: string;
  target: string;
  current: string;
}

/** An objective as it is typed. */
export interface ObjectiveDraft {
  statement: string;
  measures: MeasureDraft[];
  ownerRef?: string;
  /** `2026-11-20`, or empty. */
  reviewOn: string;
}

/** Where something can be missing; measures by their keys. */
export type ObjectiveField =
  | 'statement'
  | 'ownerRef'
  | 'reviewOn'
  | `title-${number}`
  | `target-${number}`;

export function draftOf(objective: Objective | undefined): ObjectiveDraft {
  const measures = objective?.measures ?? [{ title: '', target: '' }];
  return {
    statement: objective?.statement ?? '',
    measures: measures.map(({ title, target, current = '' }, key) => ({
      key,
      title,
      target,
      current,
    })),
    ownerRef: objective?.ownerRef,
    reviewOn: objective ? dayOf(objective.reviewAt) : '',
  };
}

export function withMeasure(draft: ObjectiveDraft): ObjectiveDraft {
  const key = Math.max(-1, ...draft.measures.map(measure => measure.key)) + 1;
  const added = { key, title: '', target: '', current: '' };
  return { ...draft, measures: [...draft.measures, added] };
}

/** What the backend would refuse. */
export function mistakesOf(
  draft: ObjectiveDraft,
  now: number,
): ObjectiveField[] {
  const { length } = oneLine(draft.statement);
  const reviewAt = startOfDay(draft.reviewOn);
  const wrong: [ObjectiveField, boolean][] = [
    ['statement', length < STATEMENT.min || length > STATEMENT.max],
    ['ownerRef', !draft.ownerRef],
    ['reviewOn', reviewAt === undefined || reviewAt <= now],
    ...draft.measures.flatMap(
      ({ key, title, target }): [ObjectiveField, boolean][] => [
        [`title-${key}`, !oneLine(title)],
        [`target-${key}`, !oneLine(target)],
      ],
    ),
  ];
  return wrong.flatMap(([field, isWrong]) => (isWrong ? field : []));
}

/** What a draft without mistakes says. A figure that is another than before was measured now. */
export function objectiveOf(
  draft: ObjectiveDraft,
  before: Objective | undefined,
  now: number,
): NewObjective {
  const measures = draft.measures.map(measure => {
    const title = oneLine(measure.title);
    const target = oneLine(measure.target);
    const current = oneLine(measure.current);
    const known = before?.measures.find(
      each => each.title === title && each.current === current,
    );
    return current
      ? { title, target, current, measuredAt: known ? known.measuredAt : now }
      : { title, target };
  });
  return {
    statement: oneLine(draft.statement),
    measures,
    ownerRef: draft.ownerRef ?? '',
    reviewAt: startOfDay(draft.reviewOn) ?? 0,
  };
}

/** The first day that is all in the future. */
export function firstReviewDay(now: number): string {
  return daysAfter(now, 1);
}
