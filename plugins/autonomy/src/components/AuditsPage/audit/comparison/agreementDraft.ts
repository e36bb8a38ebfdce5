import type {
  AuditAction,
  AuditAgreement,
  AuditComparison,
  DecisionRight,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  daysAfter,
  isDayWithin,
  oneLine,
  startOfDay,
} from '../../../actions/shared';

/** Days ahead that something may be due. */
const LATEST_ACTION = 365;
/** Days ahead of a follow-up: there has to be something to follow up. */
export const SOONEST_FOLLOW_UP = 8;
const LATEST_FOLLOW_UP = 199;

export const ACTION_KINDS: readonly AuditAction['kind'][] = [
  'grant',
  'plan',
  'other',
];

/** Something to do, as it is typed. */
export interface ActionDraft {
  kind: AuditAction['kind'];
  /** Empty for none. */
  area: string;
  title: string;
  /** `2026-11-20`, or empty. */
  dueOn: string;
}

/** What both sides agree on, as it is typed. */
export interface AgreementDraft {
  agreed: Readonly<Record<string, DecisionRight | undefined>>;
  actions: ActionDraft[];
  /** `2026-11-20`, or empty for no follow-up. */
  followUpOn: string;
}

/** What both sides said alike is agreed on already. */
export function draftOfComparison(
  comparison: AuditComparison[],
): AgreementDraft {
  return {
    agreed: Object.fromEntries(
      comparison.map(({ area, board, team }) => [
        area,
        team === board ? team : undefined,
      ]),
    ),
    actions: [],
    followUpOn: '',
  };
}

/** What is not right yet: areas without a right, actions without words or with a wrong day, a wrong follow-up. */
export interface AgreementMistakes {
  areas: string[];
  /** By their position. */
  titles: number[];
  days: number[];
  followUp: boolean;
}

/** What is wrong with a draft. */
export function mistakesIn(
  { actions, agreed, followUpOn }: AgreementDraft,
  now: number,
): AgreementMistakes {
  const isWrong = (day: string) =>
    day !== '' &&
    !isDayWithin(day, daysAfter(now, 1), daysAfter(now, LATEST_ACTION));
  const positions = (test: (action: ActionDraft) => boolean) =>
    actions.flatMap((action, index) => (test(action) ? [index] : []));
  return {
    areas: Object.keys(agreed).filter(area => agreed[area] === undefined),
    titles: positions(({ title }) => oneLine(title) === ''),
    days: positions(({ dueOn }) => isWrong(dueOn)),
    followUp:
      followUpOn !== '' &&
      !isDayWithin(
        followUpOn,
        daysAfter(now, SOONEST_FOLLOW_UP),
        daysAfter(now, LATEST_FOLLOW_UP),
      ),
  };
}

/** Whether there is none. */
export function isRight(mistakes: AgreementMistakes): boolean {
  const { areas, days, followUp, titles } = mistakes;
  return !followUp && areas.length + days.length + titles.length === 0;
}

/** What is sent of a draft without mistakes. */
export function agreementOf(
  { actions, agreed, followUpOn }: AgreementDraft,
  summary: string,
): AuditAgreement {
  return {
    agreed: agreed as Record<string, DecisionRight>,
    summary,
    actions: actions.map(({ area, dueOn, kind, title }) => ({
      kind,
      title: oneLine(title),
      ...(area !== '' && { area }),
      ...(dueOn !== '' && { dueAt: startOfDay(dueOn) }),
    })),
    ...(followUpOn !== '' && { followUpAt: startOfDay(followUpOn) }),
  };
}
