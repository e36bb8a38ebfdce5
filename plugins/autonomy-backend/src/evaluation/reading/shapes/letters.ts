import type {
  CheckState,
  GuardrailStatus,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { GUARDRAIL_LETTERS, STATE_LETTERS } from '../../results';

const STATES = inverse(STATE_LETTERS);
const STATUSES = inverse(GUARDRAIL_LETTERS);

/**
 * The state of a check that a letter stands for.
 *
 * @internal
 */
export function stateOf(letter: string): CheckState {
  return STATES.get(letter) ?? 'unknown';
}

/**
 * The status that a letter of `guardrail_states` stands for.
 *
 * @internal
 */
export function statusOf(letter: string): GuardrailStatus {
  return STATUSES.get(letter) ?? 'unknown';
}

function inverse<T extends string>(
  letters: Record<T, string>,
): ReadonlyMap<string, T> {
  return new Map(
    Object.entries<string>(letters).map(([word, letter]) => [
      letter,
      word as T,
    ]),
  );
}
