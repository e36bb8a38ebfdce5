import type {
  AttestationState,
  AttestationView,
  RecordedAttestation,
} from './types';

/**
 * Answers with what has become of each.
 *
 * @param answers - all of an entity, the newest first
 * @param now - UTC milliseconds
 * @internal
 */
export function viewsOf(
  answers: readonly RecordedAttestation[],
  now: number,
): AttestationView[] {
  const answered = new Set<string>();
  return answers.map(answer => {
    const isLatest = !answered.has(answer.checkId);
    answered.add(answer.checkId);
    return { ...answer, state: isLatest ? stateOf(answer, now) : 'replaced' };
  });
}

function stateOf(
  { expiresAt, withdrawnAt }: RecordedAttestation,
  now: number,
): AttestationState {
  if (withdrawnAt !== undefined) {
    return 'withdrawn';
  }
  return now < expiresAt ? 'in-force' : 'expired';
}
