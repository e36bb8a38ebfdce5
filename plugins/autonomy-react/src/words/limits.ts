import type {
  RightCap,
  RightResult,
  TrustResult,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';

/**
 * The caps that hold a right where it is; none where the team decides alone.
 * @public
 */
export function bindingCaps(right: RightResult): RightCap[] {
  return right.effective === 5
    ? []
    : right.caps.filter(cap => cap.right === right.effective);
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
