import type { EvaluationState } from '../../model';
import type { CompiledPolicy } from '../CompiledPolicy';
import type { EvaluationInput } from '../EvaluationInput';
import { knownAt } from '../time';
import { evaluateParts } from './evaluateParts';
import { stepThrough, type PassedInstant } from './stepThrough';

/** Collectors that describe the entity as it is; its past is not kept. */
const SNAPSHOT_COLLECTORS: readonly string[] = ['catalog', 'team'];

/**
 * The evidence as if it had been recorded when it happened: a record from before the start arrives
 * all at once. What the catalog says is taken to have been so, for lack of anything better.
 */
function asItHappened(input: EvaluationInput): EvaluationInput {
  return {
    ...input,
    facts: input.facts.map(document =>
      SNAPSHOT_COLLECTORS.includes(document.collector)
        ? { ...document, since: -Infinity }
        : document,
    ),
    incidents: input.incidents.map(incident => ({
      ...incident,
      recordedAt: Math.min(incident.recordedAt, incident.startedAt),
      updatedAt: undefined,
      classifiedAt: incident.classifiedAt ?? incident.recordedAt,
    })),
    deployments: input.deployments.map(deployment => ({
      ...deployment,
      recordedAt: Math.min(deployment.recordedAt, deployment.finishedAt),
    })),
  };
}

/** Where the record begins: with the first thing that is known, at most a window ago. */
function earliest(
  { facts, incidents, coverage }: EvaluationInput,
  oldest: number,
  now: number,
): number {
  const instants = [
    ...facts.map(({ collectedAt, since = collectedAt }) => since),
    ...incidents.map(({ recordedAt }) => recordedAt),
    ...coverage.map(({ from }) => from),
  ].filter(Number.isFinite);
  return Math.max(oldest, Math.min(now, ...instants));
}

/**
 * What stored history says of the time before the first evaluation, where the policy's
 * `ladder.bootstrap` is `sustained`: levels that were sustained then are taken, without asking a
 * board about what is practice already. Undefined where the record starts on level 1.
 *
 * @param onPassed - told of every instant that is gone through
 */
export function startingState(
  input: EvaluationInput,
  policy: CompiledPolicy,
  now: number,
  onPassed: (passed: PassedInstant) => void = () => {},
): EvaluationState | undefined {
  const { ladder, trust } = policy.policy;
  if (ladder.bootstrap !== 'sustained') return undefined;
  const record = asItHappened(knownAt(input, now));
  const from = earliest(record, now - trust.window, now);
  if (from >= now) return undefined;
  const options = { withoutBoards: true };
  const { assessment } = evaluateParts(record, policy, from, options);
  onPassed({ assessment, events: [] });
  let { state } = assessment;
  for (const passed of stepThrough(record, state, policy, now, options)) {
    onPassed(passed);
    state = passed.assessment.state;
  }
  return state;
}
