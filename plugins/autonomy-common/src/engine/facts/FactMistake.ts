/**
 * Where something is not as it should be, and what was expected there.
 * @public
 */
export interface FactMistake {
  path: (string | number)[];
  expected: string;
}
