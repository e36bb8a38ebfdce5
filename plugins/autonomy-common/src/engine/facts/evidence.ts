import type { JsonObject } from '@backstage/types';
import type { FactPath } from '../cel';
import type { ChecksByRole, FactContext } from '../checks';
import type { CompiledCheck } from '../CompiledPolicy';
import { share } from '../math';

/**
 * Collectors whose facts are left out of the share: this one, and the audits, which the suite holds itself. That
 * none was agreed is no silence of a source.
 */
const LEFT_OUT: readonly string[] = ['evidence', 'audits'];

/** How a fact counts in the share, once for all checks that read it. */
const IF_NOT_FRESH = 1;
const ALWAYS = 2;

/** Distinct facts that some checks read, and which of them each check reads. */
interface ReadPlan {
  readonly facts: readonly FactPath[];
  readonly readers: readonly {
    readonly check: CompiledCheck;
    /** Indices of its facts. */
    readonly facts: readonly number[];
  }[];
}

const plans = new WeakMap<ChecksByRole, ReadPlan>();

function planReads(checks: ChecksByRole): ReadPlan {
  const facts = new Map<string, { fact: FactPath; index: number }>();
  const indexOf = (fact: FactPath) => {
    let known = facts.get(fact.path);
    if (!known) {
      known = { fact, index: facts.size };
      facts.set(fact.path, known);
    }
    return known.index;
  };
  const readers = Object.values(checks)
    .flat()
    .map(check => ({
      check,
      facts: check.expression.reads
        .filter(({ segments: [collector] }) => !LEFT_OUT.includes(collector))
        .map(indexOf),
    }));
  return { facts: [...facts.values()].map(({ fact }) => fact), readers };
}

function planOf(checks: ChecksByRole): ReadPlan {
  let plan = plans.get(checks);
  if (!plan) {
    plan = planReads(checks);
    plans.set(checks, plan);
  }
  return plan;
}

/**
 * Facts of collector `evidence`: which share of the facts that applicable checks read is fresh.
 * Of a check that may not apply only facts that are not fresh count, so that losing the fact
 * which decides its applicability never raises the share; and so it is with a check of an overlay,
 * which can only tighten.
 */
export function evidenceFacts(
  checks: ChecksByRole,
  context: FactContext,
): JsonObject {
  const { facts, readers } = planOf(checks);
  const uses = new Uint8Array(facts.length);
  for (const reader of readers) {
    const applies = context.applicabilityOf(reader.check);
    if (applies === 'announced' || applies === 'not-applicable') continue;
    const use =
      applies === 'applicable' && reader.check.overlay === undefined
        ? ALWAYS
        : IF_NOT_FRESH;
    for (const index of reader.facts) uses[index] |= use;
  }
  let fresh = 0;
  let notFresh = 0;
  for (let i = 0; i < facts.length; i++) {
    if (uses[i] === 0) continue;
    if (!context.isFresh(facts[i])) notFresh++;
    else if (uses[i] >= ALWAYS) fresh++;
  }
  return { freshShare: share(fresh, fresh + notFresh) };
}
