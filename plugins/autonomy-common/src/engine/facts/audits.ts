import type { JsonObject } from '@backstage/types';
import type { TrustAudit } from '../../model';
import type { Horizon } from '../time';

/**
 * Facts of collector `audits`: when team and board last agreed on what the team decides, from the trust
 * audits that are known. Missing where they never did; ratings that nobody agreed on say nothing here.
 */
export function auditFacts(
  audits: readonly TrustAudit[],
  horizon: Horizon,
): JsonObject {
  let last = -Infinity;
  for (const { agreed, heldAt } of audits) {
    if (!agreed) continue;
    horizon.add(heldAt);
    if (heldAt <= horizon.now && heldAt > last) last = heldAt;
  }
  return last === -Infinity ? {} : { agreedAt: new Date(last).toISOString() };
}
