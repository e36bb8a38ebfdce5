/** A quarter of a UTC year. Instants are UTC milliseconds, `[from, to)`. @public */
export interface Quarter {
  /** `2026-Q4` */
  name: string;
  from: number;
  to: number;
}

const NAME = /^(\d{4})-Q([1-4])$/;

function quarterFrom(year: number, index: number): Quarter {
  return {
    name: `${year}-Q${index + 1}`,
    from: Date.UTC(year, index * 3, 1),
    to: Date.UTC(year, index * 3 + 3, 1),
  };
}

/** The quarter in which an instant lies. @public */
export function quarterOf(now: number): Quarter {
  const date = new Date(now);
  return quarterFrom(date.getUTCFullYear(), Math.floor(date.getUTCMonth() / 3));
}

/** The quarter with a name such as `2026-Q4`; undefined for any other text. @public */
export function quarterNamed(name: string): Quarter | undefined {
  const [, year, number] = NAME.exec(name) ?? [];
  return year === undefined
    ? undefined
    : quarterFrom(Number(year), Number(number) - 1);
}
