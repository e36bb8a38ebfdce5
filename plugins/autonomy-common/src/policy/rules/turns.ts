import { CONSEQUENCES, type Consequence } from '../../model';
import type { FieldPath } from '../DocumentLines';
import type { RuleViolation } from './RuleViolation';

/** Places where a row of figures turns back although it may only rise (or only fall). */
export function turns(
  values: readonly (number | undefined)[],
  paths: readonly FieldPath[],
  direction: 'rise' | 'fall',
  show: (value: number) => string = String,
): RuleViolation[] {
  const violations: RuleViolation[] = [];
  let last: number | undefined;
  values.forEach((value, i) => {
    if (value === undefined) return;
    if (last !== undefined && direction === 'rise' && value < last) {
      violations.push({
        path: paths[i],
        message: `must not fall (expected at least ${show(last)}, found ${show(
          value,
        )})`,
      });
    }
    if (last !== undefined && direction === 'fall' && value > last) {
      violations.push({
        path: paths[i],
        message: `must not rise (expected at most ${show(last)}, found ${show(
          value,
        )})`,
      });
    }
    last = value;
  });
  return violations;
}

/** The same over the fields of an object, in the order of some of its keys. */
export function turnsOver<K extends string | number>(
  table: Partial<Record<K, number>>,
  keys: readonly K[],
  path: FieldPath,
  direction: 'rise' | 'fall',
  show?: (value: number) => string,
): RuleViolation[] {
  return turns(
    keys.map(key => table[key]),
    keys.map(key => [...path, String(key)]),
    direction,
    show,
  );
}

/** The same over the four consequences. */
export function turnsByConsequence(
  table: Record<Consequence, number>,
  path: FieldPath,
  direction: 'rise' | 'fall',
  show?: (value: number) => string,
): RuleViolation[] {
  return turnsOver(table, CONSEQUENCES, path, direction, show);
}
