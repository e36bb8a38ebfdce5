import type {
  DailyFigures,
  Trends,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';

const DAY = 86_400_000;
const COMPARED_DAYS = 30;
/** Where nothing was counted on that day, one of the week before it serves. */
const OLDEST_DAYS = 37;

/** Noon, so that it is the same date wherever the reader is. */
export function instantOf(day: string): number {
  return Date.parse(`${day}T12:00:00Z`);
}

/** The figures of about 30 days ago; undefined where nothing was counted then. */
export function figuresBefore(
  trends: Pick<Trends, 'days'> | undefined,
  now: number = Date.now(),
): DailyFigures | undefined {
  const dayOf = (age: number) =>
    new Date(now - age * DAY).toISOString().slice(0, 10);
  const [first, last] = [dayOf(OLDEST_DAYS), dayOf(COMPARED_DAYS)];
  return trends?.days.filter(({ day }) => day >= first && day <= last).at(-1);
}
