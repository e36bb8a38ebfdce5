import type { Plan, PlanEnd, RepairPolicy } from '../../model';
import { entryOf } from '../entryOf';
import { byId } from '../math';
import type { Horizon } from '../time';
import { endOf } from './planEnd';
import type { PlanStanding } from './PlanStanding';

type Ends = Readonly<Record<string, PlanEnd>>;
type Ended = Pick<PlanStanding, 'state' | 'endedAt'>;

/** What the board recorded before the plan ended by itself; the earlier counts. */
function endedByBoard(
  { completedAt, liftedAt }: Plan,
  endsAt: number,
  horizon: Horizon,
): Ended | undefined {
  const completed = completedAt ?? Infinity;
  const lifted = liftedAt ?? Infinity;
  const endedAt = Math.min(completed, lifted);
  if (endedAt > endsAt) return undefined;
  horizon.add(endedAt);
  if (endedAt > horizon.now) return undefined;
  return { state: completed <= lifted ? 'completed' : 'lifted', endedAt };
}

/**
 * How a plan ended by itself: as the first evaluation from its end on found it. A plan that was
 * not in force, or that asked for nothing, has completed nothing.
 */
function endedByItself(
  plan: Plan,
  endsAt: number,
  criteria: PlanStanding['criteria'],
): Ended {
  const completed =
    plan.signedAt! < endsAt &&
    criteria.length > 0 &&
    criteria.every(({ met }) => met);
  return { state: completed ? 'completed' : 'lapsed', endedAt: endsAt };
}

function standingOf(
  plan: Plan,
  endsAt: number,
  criteria: PlanStanding['criteria'],
  known: PlanEnd | undefined,
  horizon: Horizon,
): Ended {
  const { signedAt, startsAt } = plan;
  if (signedAt === undefined || signedAt > horizon.now) {
    if (signedAt !== undefined) horizon.add(signedAt);
    return { state: 'draft', endedAt: undefined };
  }
  if (known) return { state: known.outcome, endedAt: known.at };
  const ended = endedByBoard(plan, endsAt, horizon);
  if (ended) return ended;
  if (endsAt <= horizon.now) return endedByItself(plan, endsAt, criteria);
  horizon.add(startsAt);
  horizon.add(endsAt);
  return {
    state: startsAt > horizon.now ? 'planned' : 'active',
    endedAt: undefined,
  };
}

/**
 * Where every plan stands, in ascending order of ids. Model section 9.
 * @param ends - how plans ended by themselves, as far as the last evaluation knew
 * @param isMet - whether a check passes; false for one that the entity does not have
 */
export function planStandings(
  plans: readonly Plan[],
  ends: Ends | undefined,
  isMet: (checkId: string) => boolean,
  horizon: Horizon,
  policy: RepairPolicy,
): PlanStanding[] {
  return byId(plans, ({ id }) => id).map(plan => {
    const endsAt = endOf(plan, policy);
    const criteria = plan.criteria.map(checkId => ({
      checkId,
      met: isMet(checkId),
    }));
    const { state, endedAt } = standingOf(
      plan,
      endsAt,
      criteria,
      entryOf(ends, plan.id),
      horizon,
    );
    return { plan, state, endsAt, endedAt, criteria };
  });
}

/** What the next evaluation must know: the plans that ended by themselves, by id. */
export function rememberedEnds(
  standings: readonly PlanStanding[],
): Record<string, PlanEnd> {
  const ends: [id: string, end: PlanEnd][] = [];
  for (const { plan, state, endedAt } of standings) {
    const byBoard = state === 'completed' && endedAt === plan.completedAt;
    if (endedAt === undefined || byBoard) continue;
    if (state === 'completed' || state === 'lapsed') {
      ends.push([plan.id, { outcome: state, at: endedAt }]);
    }
  }
  return Object.fromEntries(ends);
}
