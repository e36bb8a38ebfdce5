import type { Shape } from '../../evaluation';
import { stateOf } from '../../evaluation/reading/shapes';
import { checkKey, type CheckCounts } from './CheckCounts';
import { checksIn, type LetterCount } from './letterCounts';

/**
 * How checks fare over some entities.
 *
 * @internal
 */
export class CheckTally {
  readonly #counts = new Map<string, CheckCounts>();
  #entities = 0;

  /** How many there are, whatever applies to them. */
  get entities(): number {
    return this.#entities;
  }

  /** By {@link checkKey}; checks that apply to none are left out. */
  get counts(): ReadonlyMap<string, CheckCounts> {
    return this.#counts;
  }

  /** @param shape - what the letters are about; absent where nothing tells */
  add(
    { entities, letters, position, role }: LetterCount,
    shape: Shape | undefined,
  ): void {
    if (!role) {
      this.#entities += Number(entities);
      return;
    }
    const checks = shape ? checksIn(shape, role) : [];
    [...letters].forEach((letter, offset) => {
      const check = checks[position - 1 + offset];
      const state = stateOf(letter);
      if (check && state !== 'not-applicable') {
        const key = checkKey(role, check.id);
        const counts = this.#counts.get(key) ?? {};
        counts[state] = (counts[state] ?? 0) + Number(entities);
        this.#counts.set(key, counts);
      }
    });
  }
}
