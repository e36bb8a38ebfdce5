import type {
  Consequence,
  Incident,
  TrustLine,
  TrustPolicy,
} from '../../model';
import { DAY } from '../duration';
import { startOf } from '../incidents';
import { learningFactor } from './learning';

type IncidentLine = Extract<TrustLine, { kind: 'incident' }>;
type DayLine = Extract<TrustLine, { kind: 'same-day-limit' }>;

interface LossContext {
  area: string;
  /** Today's consequence of the area. */
  consequence: Consequence;
  trust: TrustPolicy;
  asOf: number;
  now: number;
}

/** One line per incident that began within the window, in order of start. */
function incidentLines(
  incidents: readonly Incident[],
  { area, consequence: today, trust, asOf, now }: LossContext,
): IncidentLine[] {
  const seen = new Map<string, number>();
  return incidents
    .filter(incident => asOf - startOf(incident) < trust.window)
    .map(incident => {
      const { id, source, title, url, severity } = incident;
      const startedAt = startOf(incident);
      const ordinal = trust.noRepeat.includes(severity)
        ? 1
        : (seen.get(severity) ?? 0) + 1;
      seen.set(severity, ordinal);
      const consequence = incident.consequences?.[area] ?? today;
      const loss = trust.loss[severity][consequence];
      const repeatFactor =
        (1 + trust.rho) ** (Math.min(ordinal, trust.repeatCap) - 1);
      const ageFactor = 1 - Math.max(0, asOf - startedAt) / trust.window;
      const learning = learningFactor(incident, trust, now);
      return {
        kind: 'incident',
        amount: 0 - loss * repeatFactor * ageFactor * learning,
        incidentId: id,
        source,
        title,
        ...(url !== undefined && { url }),
        severity,
        consequence,
        startedAt,
        loss,
        ordinal,
        repeatFactor,
        ageFactor,
        learningFactor: learning,
      };
    });
}

/** What one UTC day's incidents cost together above the limit is given back. */
function dayLine(
  day: number,
  lines: readonly IncidentLine[],
  { sameDayFactor }: TrustPolicy,
): DayLine | undefined {
  let [total, largest] = [0, 0];
  for (const { amount } of lines) {
    total += amount;
    largest = Math.min(largest, amount);
  }
  const limit = sameDayFactor * largest;
  return total < limit
    ? { kind: 'same-day-limit', amount: limit - total, day }
    : undefined;
}

/** Trust that incidents have cost in one area. Model section 7. */
export function lostLines(
  incidents: readonly Incident[],
  context: LossContext,
): TrustLine[] {
  const lines = incidentLines(incidents, context);
  const days = new Map<number, IncidentLine[]>();
  for (const line of lines) {
    const day = Math.floor(line.startedAt / DAY) * DAY;
    const ofDay = days.get(day);
    if (ofDay) ofDay.push(line);
    else days.set(day, [line]);
  }
  return [...days].flatMap(([day, ofDay]) => {
    const limit = dayLine(day, ofDay, context.trust);
    return limit ? [...ofDay, limit] : ofDay;
  });
}
