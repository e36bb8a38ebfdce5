import type {
  Consequence,
  Incident,
  TrustLine,
  TrustResult,
} from '../../model';
import { boundLine, valueOf } from './account';
import { incidentsByArea } from './areaIncidents';
import { activeBypasses, bypassLines, NO_BYPASSES } from './bypasses';
import { contextOf } from './contextOf';
import { earnedLines, reliableTime } from './earned';
import { lost } from './lost';
import { nextTarget } from './nextTarget';
import { Outlook } from './Outlook';
import type { TrustContext } from './TrustContext';
import type { TrustInput } from './TrustInput';

/** Trust of one area with the bypasses that set it to nothing. */
export interface AreaTrust {
  readonly result: TrustResult;
  readonly bypasses: readonly Incident[];
}

function resultOf(
  area: string,
  consequence: Consequence,
  lines: TrustLine[],
  { trust, asOf, everCovered }: TrustContext,
): TrustResult {
  return {
    area,
    value: valueOf(lines),
    need: trust.need[consequence],
    asOf,
    covered: everCovered,
    lines,
  };
}

/** Adds the instant at which trust reaches its next target, if nothing else changes before. */
function addCrossing(
  target: number,
  outlook: Outlook,
  { horizon }: TrustContext,
): void {
  const { now, nextChangeAt = Infinity } = horizon;
  horizon.add(now + outlook.timeTo(target, nextChangeAt - now));
}

/** Trust of an area that has failed. */
function markedArea(
  area: string,
  incidents: readonly Incident[],
  context: TrustContext,
  { consequences, policy }: TrustInput,
): AreaTrust {
  const { trust, horizon } = context;
  const consequence = consequences.get(area)!;
  const reliable = reliableTime(incidents, context);
  const { lines: losses, fading } = lost(incidents, area, consequence, context);
  const lines = [...earnedLines(reliable, context), ...losses];
  const bound = boundLine(valueOf(lines));
  if (bound) lines.push(bound);
  const bypasses = activeBypasses(incidents, trust, horizon);
  if (bypasses.length > 0) {
    lines.push(...bypassLines(bypasses, valueOf(lines)));
  }
  const result = resultOf(area, consequence, lines, context);
  if (context.moving && bypasses.length === 0) {
    addCrossing(
      nextTarget(result.value, consequence, policy),
      new Outlook(reliable, fading, context),
      context,
    );
  }
  return { result, bypasses };
}

/**
 * Trust in every area, in the policy's order. Adds to the horizon when a right or level that hangs
 * on it may change: what is to come is solved for, not waited for. Model section 7.
 */
export function trustByArea(input: TrustInput): AreaTrust[] {
  const { policy, consequences } = input;
  const context = contextOf(input);
  const incidents = incidentsByArea(input);
  const clean = earnedLines(context.covered, context);
  // All areas without a failure share one account; the nearest of their targets comes first.
  let target = Infinity;

  const areas = policy.areas.map(({ id: area }): AreaTrust => {
    const own = incidents.get(area);
    if (own) return markedArea(area, own, context, input);
    const consequence = consequences.get(area)!;
    const result = resultOf(area, consequence, clean, context);
    target = Math.min(target, nextTarget(result.value, consequence, policy));
    return { result, bypasses: NO_BYPASSES };
  });
  if (context.moving && target !== Infinity) {
    addCrossing(
      target,
      new Outlook(context.covered, undefined, context),
      context,
    );
  }
  return areas;
}
