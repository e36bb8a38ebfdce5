import type { Policy, RightMismatch, TrustAudit } from '../../model';
import { entryOf } from '../entryOf';
import { compareText } from '../math';
import type { Horizon } from '../time';
import type { GrantStanding } from './grants';

/** What a team decides today, and who says so. @public */
export type ActualRight = Pick<RightMismatch, 'actual' | 'source'>;

/** Latest first. */
function byHeldAt(a: TrustAudit, b: TrustAudit): number {
  return b.heldAt - a.heldAt || compareText(b.id, a.id);
}

/** The audits that still count, the latest first. Adds when any begins or ceases to count. */
export function auditsInForce(
  audits: readonly TrustAudit[],
  { audits: { validFor } }: Policy,
  horizon: Horizon,
): readonly TrustAudit[] {
  if (audits.length === 0) return audits;
  const { now } = horizon;
  const inForce: TrustAudit[] = [];
  for (const audit of audits) {
    horizon.add(audit.heldAt);
    horizon.add(audit.heldAt + validFor);
    if (now >= audit.heldAt && now < audit.heldAt + validFor) {
      inForce.push(audit);
    }
  }
  return inForce.sort(byHeldAt);
}

/**
 * What the team decides today: as granted, else as agreed, else as it says itself; undefined where
 * nobody knows.
 * @param audits - from {@link auditsInForce}
 */
export function actualRight(
  area: string,
  grant: GrantStanding | undefined,
  audits: readonly TrustAudit[],
): ActualRight | undefined {
  if (grant && !grant.failed) {
    return { actual: grant.grant.right, source: 'grant' };
  }
  for (const { agreed } of audits) {
    const actual = entryOf(agreed, area);
    if (actual) return { actual, source: 'agreed' };
  }
  for (const { team } of audits) {
    const actual = entryOf(team, area);
    if (actual) return { actual, source: 'claimed' };
  }
  return undefined;
}
