import { compareStrictness, type Strictness } from '../strictness';
import type { PolicyChange } from './PolicyChange';

type Effect = PolicyChange['effect'];

/** What it does to set a field anew; a limit that is not there limits nothing. */
export function effectOf(
  strictness: Strictness | undefined,
  before: unknown,
  after: unknown,
): Effect {
  if (!strictness) return undefined;
  if (before === undefined) return 'tightens';
  if (after === undefined) return 'loosens';
  const difference = compareStrictness(strictness, before, after);
  if (!difference) return undefined;
  return difference > 0 ? 'tightens' : 'loosens';
}

/** What it does to take away what had an effect when it was added. */
export function reversed(effect: Effect): Effect {
  if (!effect) return undefined;
  return effect === 'tightens' ? 'loosens' : 'tightens';
}
