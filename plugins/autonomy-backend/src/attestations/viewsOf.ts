import type {
  AttestationState,
  RecordedAttestation,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { StoredAttestation } from './types';

/**
 * Answers with what has become of each.
 *
 * @param answers - all of an entity, the newest first
 * @param now - UTC milliseconds
 * @internal
 */
export function viewsOf(
  answers: readonly StoredAttestation[],
  now: number,
): RecordedAttestation[] {
  const answered = new Set<string>();
  return answers.map(answer => {
    const isLatest = !answered.has(answer.checkId);
    answered.add(answer.checkId);
    return { ...answer, state: isLatest ? stateOf(answer, now) : 'replaced' };
  });
}

function stateOf(
  { expiresAt, withdrawnAt }: StoredAttestation,
  now: number,
): AttestationState {
  if (withdrawnAt !== undefined) {
    return 'withdrawn';
  }
  return now < expiresAt ? 'in-force' : 'expired';
}
