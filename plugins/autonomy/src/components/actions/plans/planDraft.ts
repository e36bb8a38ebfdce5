import type {
  DecisionRight,
  NewPlan,
  PlanApproach,
  PolicySummary,
  RecordedPlan,
  RepairAdvice,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { dayOf, daysAfter, oneLine, startOfDay } from '../shared';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const FAR = 3_650 * DAY;

/** A plan as it is typed; days are those of the reader. */
export interface PlanDraft {
  title: string;
  reason: string;
  approach: PlanApproach;
  areas: string[];
  /** Absent means no cap. */
  cap?: DecisionRight;
  criteria: string[];
  supportedBy?: string;
  incidents: string[];
  startsOn: string;
  endsOn: string;
  reviewOn: string;
}

export const APPROACHES: readonly PlanApproach[] = [
  'full-restriction',
  'targeted-guardrails',
  'collaborative-reset',
];

/** What the policy says of plans; undefined where it cannot be read. */
export type PlanLimits = PolicySummary['repair']['plans'] | undefined;

/** How long a plan of an approach may take, in milliseconds; the backend knows where the policy cannot be read. */
export function longestOf(approach: PlanApproach, limits: PlanLimits): number {
  return limits?.[approach].maxDuration ?? FAR;
}

function middleOf(startsAt: number, endsAt: number): number {
  return startsAt + Math.floor((endsAt - startsAt) / 2);
}

/** A draft with the approach's usual cap and length. */
export function withApproach(
  draft: PlanDraft,
  approach: PlanApproach,
  limits: PlanLimits,
): PlanDraft {
  const usual = limits?.[approach];
  const startsAt = startOfDay(draft.startsOn);
  if (!usual || startsAt === undefined) return { ...draft, approach };
  const endsAt = startsAt + usual.duration;
  return {
    ...draft,
    approach,
    cap: usual.cap,
    endsOn: dayOf(endsAt),
    reviewOn: dayOf(middleOf(startsAt, endsAt)),
  };
}

/** A plan that nobody has advised. */
export function newDraft(
  { areas = [], now }: { areas?: string[]; now: number },
  limits: PlanLimits,
): PlanDraft {
  const empty: PlanDraft = {
    title: '',
    reason: '',
    approach: 'collaborative-reset',
    areas,
    criteria: [],
    incidents: [],
    startsOn: dayOf(now),
    endsOn: daysAfter(now, 30),
    reviewOn: daysAfter(now, 15),
  };
  return withApproach(empty, empty.approach, limits);
}

/** The plan that was advised; undefined where nothing needs to be repaired. */
export function draftOfAdvice({ draft }: RepairAdvice): PlanDraft | undefined {
  if (!draft) return undefined;
  const { approach, areas, cap, criteria, endsAt, incidents, startsAt } = draft;
  return {
    ...{ title: '', reason: '', approach, areas, cap, criteria, incidents },
    startsOn: dayOf(startsAt),
    endsOn: dayOf(endsAt),
    reviewOn: dayOf(middleOf(startsAt, endsAt)),
  };
}

/** A draft as it was saved. */
export function draftOfPlan(plan: RecordedPlan): PlanDraft {
  const { approach, areas, cap, criteria, incidents, reason, title } = plan;
  return {
    ...{ title, reason, approach, areas, cap, incidents },
    criteria: criteria.map(({ checkId }) => checkId),
    supportedBy: plan.supportedBy,
    startsOn: dayOf(plan.startsAt),
    endsOn: dayOf(plan.endsAt),
    reviewOn: dayOf(plan.reviewAt),
  };
}

/** The instants of the plan as it was saved; a day that was not touched keeps its own. */
export type KeptInstants = Pick<
  RecordedPlan,
  'startsAt' | 'endsAt' | 'reviewAt'
>;

/** Plans last at least so many days, a full restriction fewer, and no longer than the policy allows. */
export function fewestDays(approach: PlanApproach, limits: PlanLimits): number {
  const least = approach === 'full-restriction' ? 7 : 30;
  return Math.min(least, Math.floor(longestOf(approach, limits) / DAY));
}

/** Days of the reader are an hour longer or shorter where the clocks change: that counts neither way. */
function withoutClockChange(
  lasts: number,
  approach: PlanApproach,
  limits: PlanLimits,
): number {
  const bounds = [
    fewestDays(approach, limits) * DAY,
    longestOf(approach, limits),
  ];
  return bounds.find(bound => Math.abs(lasts - bound) <= HOUR) ?? lasts;
}

/** What is sent of a draft without mistakes. */
export function planOf(
  draft: PlanDraft,
  limits: PlanLimits,
  kept?: KeptInstants,
): Omit<NewPlan, 'entityRef' | 'auditId'> {
  const { endsOn, reason, reviewOn, startsOn, title, ...rest } = draft;
  const instantOf = (day: string, known: number | undefined) =>
    known !== undefined && dayOf(known) === day ? known : startOfDay(day)!;
  const startsAt = instantOf(startsOn, kept?.startsAt);
  const lasts = instantOf(endsOn, kept?.endsAt) - startsAt;
  return {
    ...rest,
    title: oneLine(title),
    reason: oneLine(reason),
    startsAt,
    endsAt: startsAt + withoutClockChange(lasts, draft.approach, limits),
    reviewAt: instantOf(reviewOn, kept?.reviewAt),
  };
}
