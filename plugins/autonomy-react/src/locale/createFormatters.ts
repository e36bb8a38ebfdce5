const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Writes figures and instants in one locale. @public */
export interface AutonomyFormatters {
  /** A share or trust 0..1 with two digits, cut rather than rounded: 0.749 never looks like the 0.75 it misses. */
  share(value: number): string;
  /** Readiness 0..100, cut to a whole number for the same reason. */
  readiness(value: number): string;
  /** A plain number with at most `digits` decimals, 3 by default. */
  number(value: number, digits?: number): string;
  /** A number with exactly `digits` decimals. */
  fixed(value: number, digits: number): string;
  /** A number with its sign and exactly `digits` decimals. */
  signed(value: number, digits: number): string;
  date(instant: number): string;
  dateTime(instant: number): string;
  /** How long ago an instant is, in its largest whole unit up to days. */
  relative(instant: number, now: number): string;
  /** A duration in milliseconds as days. */
  days(duration: number): string;
}

/** @internal */
export function createFormatters(locale: string): AutonomyFormatters {
  const number = (value: number, options?: Intl.NumberFormatOptions) =>
    new Intl.NumberFormat(locale, options).format(value);
  // Never `yesterday`: a whole day ago can be the day before.
  const ago = new Intl.RelativeTimeFormat(locale);
  const present = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
  const dateTime = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
  });

  return {
    share: value =>
      number(cut(value, 100), {
        minimumFractionDigits: 2,
        maximumFractionDigits: 2,
      }),
    readiness: value => number(cut(value, 1)),
    number: (value, digits = 3) =>
      number(value, { maximumFractionDigits: digits }),
    fixed: (value, digits) =>
      number(value, {
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      }),
    signed: (value, digits) =>
      number(value, {
        signDisplay: 'exceptZero',
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      }),
    date: instant => date.format(instant),
    dateTime: instant => dateTime.format(instant),
    relative: (instant, now) => {
      const age = instant - now;
      for (const [unit, size] of [
        ['day', DAY],
        ['hour', HOUR],
        ['minute', MINUTE],
      ] as const) {
        if (Math.abs(age) >= size) {
          return ago.format(Math.trunc(age / size), unit);
        }
      }
      return present.format(0, 'minute');
    },
    days: duration =>
      number(duration / DAY, {
        style: 'unit',
        unit: 'day',
        unitDisplay: 'long',
        maximumFractionDigits: 1,
      }),
  };
}

function cut(value: number, steps: number): number {
  return Math.floor(value * steps + 1e-6) / steps;
}
