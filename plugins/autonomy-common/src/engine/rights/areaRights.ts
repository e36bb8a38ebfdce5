import type {
  DecisionRight,
  Policy,
  RightCap,
  RightGrant,
  RightResult,
} from '../../model';
import type { Horizon } from '../time';
import { bypassCaps, capsInAreas, levelCaps, stepCap } from './caps';
import { grantIn, grantsInForce, type GrantStanding } from './grants';
import { actualRight, auditsInForce } from './actual';
import { mismatchOf } from './mismatch';
import type { RightInput } from './RightInput';

function smallest(caps: readonly RightCap[]): DecisionRight {
  let right: DecisionRight = caps[0].right;
  for (const cap of caps) if (cap.right < right) right = cap.right;
  return right;
}

/**
 * The right in force: as granted, never above a hard cap. A failed trial still bounds it until its
 * end, or the incident that failed it would lift a right.
 */
function effectiveRight(
  recommended: DecisionRight,
  caps: readonly RightCap[],
  standing: GrantStanding | undefined,
): DecisionRight {
  if (!standing) return recommended;
  let { right } = standing.grant;
  for (const cap of caps) {
    const binds = cap.hard || standing.failed;
    if (binds && cap.right < right) right = cap.right;
  }
  return right;
}

function grantResult({ grant, endsAt, failed }: GrantStanding): RightGrant {
  return {
    id: grant.id,
    right: grant.right,
    reason: grant.reason,
    expiresAt: endsAt,
    trial: grant.trial ? true : undefined,
    failed: failed ? true : undefined,
  };
}

/**
 * What the team may decide in every area, in the policy's order, with every bound. Adds when
 * grants and audits begin and end. Model section 8.
 */
export function areaRights(
  input: RightInput,
  policy: Policy,
  horizon: Horizon,
): RightResult[] {
  const { trust, consequences, tier } = input;
  const byLevel = levelCaps(policy)[input.level];
  const accountability = stepCap('accountability', input.accountability, 1);
  const inAreas = capsInAreas(input);
  const grants = grantsInForce(input, policy, horizon);
  const audits = auditsInForce(input.audits, policy, horizon);

  return policy.areas.map(({ id: area, title, ownedBy }, i) => {
    const { result, bypasses } = trust[i];
    const consequence = consequences.get(area)!;
    const caps = [
      byLevel[consequence],
      stepCap('trust', result.value, result.need),
      accountability,
    ];
    for (const { areas, cap } of inAreas) {
      if (areas.includes(area)) caps.push(cap);
    }
    if (bypasses.length > 0) caps.push(...bypassCaps(bypasses));

    const recommended = smallest(caps);
    const grant =
      grants.length > 0
        ? grantIn(area, recommended, grants, input, policy, horizon.now)
        : undefined;
    const actual =
      grant || audits.length > 0 ? actualRight(area, grant, audits) : undefined;
    return {
      area,
      title,
      consequence,
      ownedBy,
      recommended,
      effective: effectiveRight(recommended, caps, grant),
      caps,
      grant: grant && grantResult(grant),
      mismatch:
        actual &&
        mismatchOf(
          actual,
          { recommended, consequence, trust: result.value, tier },
          policy,
        ),
    };
  });
}
