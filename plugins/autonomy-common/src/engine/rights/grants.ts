import type { DecisionRight, Grant, Policy } from '../../model';
import { atLeastAsSevere } from '../consequences';
import { isDebitedTo, startOf } from '../incidents';
import { compareText } from '../math';
import type { Horizon } from '../time';
import { touchedAreas } from '../trust';
import type { RightInput } from './RightInput';

/** The grant that decides in an area. */
export interface GrantStanding {
  grant: Grant;
  /** When it ends as things stand. */
  endsAt: number;
  /** A trial whose failure bounds the right and lifts nothing. */
  failed: boolean;
}

/** Latest first. */
function byStart(a: Grant, b: Grant): number {
  return b.from - a.from || compareText(b.id, a.id);
}

/** End by its own date and by the board's word. */
function endOf({ expiresAt, revokedAt = Infinity }: Grant): number {
  return Math.min(expiresAt, revokedAt);
}

/** Whether what a trial names as its failure has happened since it began. */
function hasFailed(
  { trial, area, from }: Grant,
  { incidents, entityRef }: RightInput,
  policy: Policy,
  now: number,
): boolean {
  if (!trial) return false;
  return incidents.some(
    incident =>
      isDebitedTo(incident, entityRef) &&
      atLeastAsSevere(incident.severity, trial.failsFrom) &&
      touchedAreas(incident, policy).includes(area) &&
      startOf(incident) >= from &&
      startOf(incident) <= now,
  );
}

/** The grants that have begun and not ended, the latest first. Adds when any begins or ends. */
export function grantsInForce(
  { grants }: RightInput,
  { grants: { maxDuration } }: Policy,
  horizon: Horizon,
): readonly Grant[] {
  if (grants.length === 0) return grants;
  const { now } = horizon;
  const inForce: Grant[] = [];
  for (const grant of grants) {
    const endsAt = endOf(grant);
    if (now >= endsAt) continue;
    horizon.add(grant.from);
    horizon.add(endsAt);
    horizon.add(grant.from + maxDuration);
    if (now >= grant.from) inForce.push(grant);
  }
  return inForce.sort(byStart);
}

/**
 * The latest grant in an area that counts beside what is recommended: one that lifts the right ends
 * after the longest time that a policy allows, one that lowers it stands until its review.
 * @param inForce - from {@link grantsInForce}
 */
export function grantIn(
  area: string,
  recommended: DecisionRight,
  inForce: readonly Grant[],
  input: RightInput,
  policy: Policy,
  now: number,
): GrantStanding | undefined {
  for (const grant of inForce) {
    if (grant.area !== area) continue;
    const latestEnd =
      grant.right > recommended
        ? grant.from + policy.grants.maxDuration
        : Infinity;
    const endsAt = Math.min(endOf(grant), latestEnd);
    if (now >= endsAt) continue;
    return { grant, endsAt, failed: hasFailed(grant, input, policy, now) };
  }
  return undefined;
}
