import type {
  Consequence,
  Incident,
  Severity,
  TrustLine,
  TrustPolicy,
} from '../../model';
import { DAY } from '../duration';
import { entryOf } from '../entryOf';
import { startOf } from '../incidents';
import { Fading, type FadingLoss } from './Fading';
import { learningFactor } from './learning';
import type { TrustContext } from './TrustContext';

type IncidentLine = Extract<TrustLine, { kind: 'incident' }>;

/** Trust that incidents have cost in one area, and how it fades. */
export interface Lost {
  readonly lines: readonly TrustLine[];
  readonly fading: Fading;
}

/** What the loss of an incident was before it faded. */
function fullLoss({ loss, repeatFactor, learningFactor: left }: IncidentLine) {
  return loss * repeatFactor * left;
}

/** The lines of incidents that began within the window, in order of start. */
function incidentLines(
  incidents: readonly Incident[],
  area: string,
  today: Consequence,
  context: TrustContext,
): IncidentLine[] {
  const { trust, asOf, moving, horizon } = context;
  const seen: Record<Severity, number> = {
    low: 0,
    medium: 0,
    high: 0,
    critical: 0,
  };
  const lines: IncidentLine[] = [];
  for (const incident of incidents) {
    const startedAt = startOf(incident);
    if (asOf - startedAt >= trust.window) continue;
    if (moving) horizon.add(startedAt + trust.window);
    const { severity } = incident;
    seen[severity]++;
    const ordinal = trust.noRepeat.includes(severity) ? 1 : seen[severity];
    const consequence = entryOf(incident.consequences, area) ?? today;
    const line: IncidentLine = {
      kind: 'incident',
      amount: 0,
      incidentId: incident.id,
      source: incident.source,
      title: incident.title,
      url: incident.url,
      severity,
      consequence,
      startedAt,
      loss: trust.loss[severity][consequence],
      ordinal,
      repeatFactor: (1 + trust.rho) ** (Math.min(ordinal, trust.repeatCap) - 1),
      ageFactor: 1 - Math.max(0, asOf - startedAt) / trust.window,
      learningFactor: learningFactor(incident, incidents, context),
    };
    line.amount = 0 - fullLoss(line) * line.ageFactor;
    lines.push(line);
  }
  return lines;
}

/** What one UTC day's incidents cost together above the limit is given back. */
function dayLine(
  day: number,
  losses: readonly FadingLoss[],
  { sameDayFactor }: TrustPolicy,
): TrustLine | undefined {
  let [total, largest] = [0, 0];
  for (const { amount } of losses) {
    total += amount;
    largest = Math.max(largest, amount);
  }
  const limit = sameDayFactor * largest;
  return total > limit
    ? { kind: 'same-day-limit', amount: total - limit, day: day * DAY }
    : undefined;
}

/**
 * Trust that incidents have cost in one area. Model section 7.
 * @param incidents - of the area, in order of their start
 */
export function lost(
  incidents: readonly Incident[],
  area: string,
  today: Consequence,
  context: TrustContext,
): Lost {
  const { trust } = context;
  const fading = new Fading(trust.sameDayFactor);
  const lines: TrustLine[] = [];
  let day = NaN;
  let losses: FadingLoss[] = [];
  const endDay = () => {
    if (losses.length === 0) return;
    fading.addDay(losses);
    const limit = dayLine(day, losses, trust);
    if (limit) lines.push(limit);
  };
  for (const line of incidentLines(incidents, area, today, context)) {
    const startedOn = Math.floor(line.startedAt / DAY);
    if (startedOn !== day) {
      endDay();
      day = startedOn;
      losses = [];
    }
    losses.push({
      amount: 0 - line.amount,
      rate: fullLoss(line) / trust.window,
    });
    lines.push(line);
  }
  endDay();
  return { lines, fading };
}
