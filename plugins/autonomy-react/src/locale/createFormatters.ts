const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const UNITS = [
  ['day', DAY],
  ['hour', HOUR],
  ['minute', MINUTE],
] as const;

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
  /** The month of an instant, with its year. */
  month(instant: number): string;
  dateTime(instant: number): string;
  /** How long ago an instant is, in its largest whole unit up to days. */
  relative(instant: number, now: number): string;
  /** How far ahead an instant is, in whole units of which the begun one counts; never less than none. */
  until(instant: number, now: number): string;
  /** The same as a quantity, e.g. `34 days`; empty once the instant is there. */
  remaining(instant: number, now: number): string;
  /** A duration in milliseconds, e.g. `90 days` or `6 hours`. */
  duration(value: number): string;
  /** Texts as a list of which all count. */
  all(texts: string[]): string;
  /** Texts as a list of which one is enough. */
  any(texts: string[]): string;
}

/** @internal */
export function createFormatters(locale: string): AutonomyFormatters {
  const number = (value: number, options?: Intl.NumberFormatOptions) =>
    new Intl.NumberFormat(locale, options).format(value);
  // Never `yesterday`: a whole day ago can be the day before.
  const ago = new Intl.RelativeTimeFormat(locale);
  const present = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
  const month = new Intl.DateTimeFormat(locale, {
    month: 'long',
    year: 'numeric',
  });
  const dateTime = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  const quantity = (value: number, unit: (typeof UNITS)[number][0]) =>
    number(value, {
      style: 'unit',
      unit,
      unitDisplay: 'long',
      maximumFractionDigits: 1,
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
    month: instant => month.format(instant),
    dateTime: instant => dateTime.format(instant),
    relative: (instant, now) => {
      const age = instant - now;
      for (const [unit, size] of UNITS) {
        if (Math.abs(age) >= size) {
          return ago.format(Math.trunc(age / size), unit);
        }
      }
      return present.format(0, 'minute');
    },
    until: (instant, now) => {
      const { count, unit } = ahead(instant, now);
      return count > 0 ? ago.format(count, unit) : present.format(0, 'minute');
    },
    remaining: (instant, now) => {
      const { count, unit } = ahead(instant, now);
      return count > 0 ? quantity(count, unit) : '';
    },
    duration: value => {
      const [unit, size] = UNITS.find(([, each]) => value >= each) ?? UNITS[2];
      return quantity(value / size, value === 0 ? 'day' : unit);
    },
    all: texts => new Intl.ListFormat(locale).format(texts),
    any: texts =>
      new Intl.ListFormat(locale, { type: 'disjunction' }).format(texts),
  };
}

/** Time that is left, in the largest unit that it is longer than; the begun one counts. */
function ahead(instant: number, now: number) {
  const left = Math.max(0, instant - now);
  const [unit, size] = UNITS.find(([, each]) => left > each) ?? UNITS[2];
  return { count: Math.ceil(left / size), unit };
}

function cut(value: number, steps: number): number {
  return Math.floor(value * steps + 1e-6) / steps;
}
