import type {
  RightCap,
  RightGrant,
  RightResult,
  TrustResult,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';

/**
 * The caps that hold a right where it is; none where the team decides alone. Above a grant only
 * hard caps hold, unless its trial failed.
 * @public
 */
export function bindingCaps(right: RightResult): RightCap[] {
  const { caps, effective, grant } = right;
  return effective === 5
    ? []
    : caps.filter(
        cap => cap.right === effective && (!grant || grant.failed || cap.hard),
      );
}

/** The grant in force, where it decides what the right is. @public */
export function bindingGrant(right: RightResult): RightGrant | undefined {
  return right.grant?.right === right.effective ? right.grant : undefined;
}

/**
 * The right that the level alone would allow, so that what the record withholds can be told from
 * what the level has not opened yet.
 * @public
 */
export function levelRight(right: RightResult) {
  const level = right.caps.find(cap => cap.kind === 'level');
  return level?.right ?? right.effective;
}

/** Incidents that cost trust. @public */
export function costlyIncidents(trust: TrustResult | undefined): number {
  return (
    trust?.lines.filter(line => line.kind === 'incident' && line.amount < 0)
      .length ?? 0
  );
}
