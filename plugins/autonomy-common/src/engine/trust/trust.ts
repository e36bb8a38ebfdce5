import type { Incident, TrustLine, TrustResult } from '../../model';
import { coveredTime } from '../coverage';
import { boundLine, valueOf } from './account';
import { incidentsByArea } from './areaIncidents';
import { activeBypasses } from './bypasses';
import { earnedLines } from './earned';
import { lostLines } from './lost';
import type { TrustInput } from './TrustInput';

/** Trust of one area with the bypasses that set it to nothing. */
export interface AreaTrust {
  result: TrustResult;
  bypasses: Incident[];
}

function bypassLines(
  bypasses: readonly Incident[],
  lines: readonly TrustLine[],
): TrustLine[] {
  const value = valueOf(lines);
  return bypasses.map(({ id }, i) => ({
    kind: 'bypass',
    amount: i === 0 ? 0 - value : 0,
    incidentId: id,
  }));
}

/**
 * Trust in every area, in the policy's order. It is computed as of the end of the last coverage:
 * while nobody watches, nothing is earned and nothing forgiven. Model section 7.
 */
export function trustByArea(input: TrustInput): AreaTrust[] {
  const { policy, consequences, now } = input;
  const { trust, areas } = policy;
  const covered = coveredTime(input.coverage, policy.facts, now);
  const asOf = covered.at(-1)?.to ?? Math.min(now, input.firstSeenAt);
  const incidents = incidentsByArea(input);

  return areas.map(({ id: area }) => {
    const own = incidents.get(area)!;
    const consequence = consequences.get(area)!;
    const bypasses = activeBypasses(own, trust, now);
    const lines = [
      ...earnedLines(covered, own, trust, asOf),
      ...lostLines(own, { area, consequence, trust, asOf, now }),
    ];
    lines.push(...boundLine(lines));
    lines.push(...bypassLines(bypasses, lines));
    return {
      result: {
        area,
        value: valueOf(lines),
        need: trust.need[consequence],
        asOf,
        covered: covered.length > 0,
        lines,
      },
      bypasses,
    };
  });
}
