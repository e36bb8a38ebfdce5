import type { EntitySnapshot, ScorecardRole } from '../../model';
import type { CompiledCheck, CompiledPolicy } from '../CompiledPolicy';
import type { ChecksByRole } from '../checks';
import { compareText } from '../math';

/** Selections of a policy by which of its scorecards match. */
const selections = new WeakMap<CompiledPolicy, Map<string, ChecksByRole>>();
/** Of each list where its checks stand as they were written. */
const writtenOrders = new WeakMap<readonly CompiledCheck[], number[]>();

function byId(written: readonly CompiledCheck[]): readonly CompiledCheck[] {
  const sorted = [...written].sort((a, b) =>
    compareText(a.definition.id, b.definition.id),
  );
  writtenOrders.set(
    sorted,
    written.map(check => sorted.indexOf(check)),
  );
  return sorted;
}

function select(
  { compiled }: CompiledPolicy,
  matching: readonly boolean[],
): ChecksByRole {
  const ofRole = (role: ScorecardRole) =>
    byId(
      compiled
        .filter((scorecard, i) => matching[i] && scorecard.role === role)
        .flatMap(({ checks }) => checks),
    );
  return {
    readiness: ofRole('readiness'),
    guardrails: ofRole('guardrails'),
    levels: ofRole('levels'),
    accountability: ofRole('accountability'),
  };
}

/**
 * The checks of every scorecard that selects the entity. Entities with the same scorecards share
 * the same lists, so what is derived from a list is derived once.
 */
export function selectChecks(
  { kind, metadata, spec }: EntitySnapshot,
  policy: CompiledPolicy,
): ChecksByRole {
  const entity = { kind, metadata, spec };
  const matching = policy.compiled.map(({ matches }) => matches(entity));
  const key = matching.join();
  let known = selections.get(policy);
  if (!known) selections.set(policy, (known = new Map()));
  let selection = known.get(key);
  if (!selection) known.set(key, (selection = select(policy, matching)));
  return selection;
}

/** What was computed for each of some checks, in the order in which their authors wrote them. */
export function inWrittenOrder<T>(
  checks: readonly CompiledCheck[],
  results: readonly T[],
): T[] {
  return writtenOrders.get(checks)!.map(i => results[i]);
}
