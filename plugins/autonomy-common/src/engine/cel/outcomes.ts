/** False, unknown and true, so that `&&` is the smaller, `||` the greater and `!` the opposite. */
export const FALSE = 0;
export const UNKNOWN = 1;
export const TRUE = 2;

const ALL = [FALSE, UNKNOWN, TRUE];

/** What a part of an expression says where something is absent, and where it is present. */
export interface Outcome {
  absent: number;
  present: number;
}

/** Everything that a part of an expression may say. */
export type Outcomes = readonly Outcome[];

/** Absence makes no difference to it. */
export const ALIKE: Outcomes = ALL.map(value => ({
  absent: value,
  present: value,
}));

/** Nothing is known of it. */
export const ANYTHING: Outcomes = ALL.flatMap(absent => whenAbsent(absent));

/** It says this where something is absent, and anything where it is present. */
export function whenAbsent(absent: number): Outcome[] {
  return ALL.map(present => ({ absent, present }));
}

/** It always says this. */
export function always(value: number): Outcomes {
  return [{ absent: value, present: value }];
}

/** What comes of parts that say what they say independently of each other. */
export function combine(
  parts: readonly Outcomes[],
  apply: (...values: number[]) => number,
): Outcomes {
  let rows: Outcome[][] = [[]];
  for (const part of parts) {
    rows = rows.flatMap(row => part.map(outcome => [...row, outcome]));
  }
  const found = new Map<number, Outcome>();
  for (const row of rows) {
    const absent = apply(...row.map(outcome => outcome.absent));
    const present = apply(...row.map(outcome => outcome.present));
    found.set(absent * ALL.length + present, { absent, present });
  }
  return [...found.values()];
}
