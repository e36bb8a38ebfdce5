import {
  advance,
  type CompiledPolicy,
  type EvaluationInput,
  type EvaluationStep,
  type PassedInstant,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { LoadedInput } from './EvaluationInputs';

/**
 * Evaluates an entity from where its record is.
 *
 * @remarks
 *
 * A clock that was set back does not undo what was evaluated: until it has caught up, evaluations are as of the
 * last one.
 *
 * A record that begins anew begins at its former start: what the policy says of stored history is for
 * the time before, and afterwards boards are asked as ever.
 *
 * @param now - UTC milliseconds
 * @param onPassed - told of every instant that is gone through, also of those before a record that begins
 * @internal
 */
export function goOn(
  { input, record }: LoadedInput,
  policy: CompiledPolicy,
  now: number,
  onPassed?: (passed: PassedInstant) => void,
): EvaluationStep {
  if (record?.state) {
    const { state: prior } = record;
    const at = Math.max(now, prior.evaluatedAt);
    return advance({ ...input, prior }, policy, at, onPassed);
  }
  const { startedAt = now } = record ?? {};
  const whole = withHistoryKnown(input, startedAt);
  if (startedAt >= now) {
    return advance(whole, policy, now, onPassed);
  }
  const { state } = advance(whole, policy, startedAt, onPassed);
  return advance({ ...whole, prior: state }, policy, now, onPassed);
}

/** What happened before the start and was reported after it counts as known at the start. */
function withHistoryKnown(
  input: EvaluationInput,
  startedAt: number,
): EvaluationInput {
  return {
    ...input,
    incidents: input.incidents.map(incident =>
      incident.startedAt < startedAt
        ? {
            ...incident,
            recordedAt: Math.min(incident.recordedAt, incident.startedAt),
            updatedAt: undefined,
          }
        : incident,
    ),
    deployments: input.deployments.map(deployment =>
      deployment.finishedAt < startedAt
        ? {
            ...deployment,
            recordedAt: Math.min(deployment.recordedAt, deployment.finishedAt),
          }
        : deployment,
    ),
  };
}
