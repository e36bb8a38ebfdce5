import type { CompiledCheck, CompiledPolicy } from '../../engine';
import { compareText } from '../../engine/math';
import type { CheckDefinition, Policy, Scorecard } from '../../model';
import { compileScore } from '../compileCheck';
import { baseChecks } from './BaseCheck';
import type { CompiledOverlay } from './compileOverlays';
import type { CheckTightening } from './Overlay';
import { tightenPolicy } from './policyFields';
import { tightenCheck } from './tightenCheck';

/** The policy without overlays. */
type Base = Pick<
  CompiledPolicy,
  'version' | 'policy' | 'scorecards' | 'compiled'
>;

/** The definitions of the checks that some overlays tighten. */
function tightenedChecks(
  scorecards: readonly Scorecard[],
  overlays: readonly CompiledOverlay[],
  policy: Policy,
): Map<CheckDefinition, CheckDefinition> {
  const base = baseChecks(scorecards);
  const byCheck = new Map<CheckDefinition, CheckTightening[]>();
  for (const tightening of overlays.flatMap(({ overlay }) => overlay.checks)) {
    const { definition } = base.get(tightening.id)!;
    const known = byCheck.get(definition) ?? [];
    byCheck.set(definition, [...known, tightening]);
  }
  return new Map(
    [...byCheck].map(([definition, tightenings]) => [
      definition,
      tightenCheck(definition, tightenings, policy),
    ]),
  );
}

/** A check of the base as overlays tighten it. */
function overlaid(
  check: CompiledCheck,
  definition: CheckDefinition,
  policy: Policy,
): CompiledCheck {
  // What each fact has to meet depends on the score from which the check passes.
  const expression =
    definition.passAt === check.definition.passAt
      ? check.expression
      : compileScore(definition, policy);
  return { ...check, definition, base: check.definition, expression };
}

function layer(
  base: Base,
  overlays: readonly CompiledOverlay[],
): Pick<CompiledPolicy, 'policy' | 'scorecards' | 'compiled'> {
  const policy = tightenPolicy(
    base.policy,
    overlays.map(({ overlay }) => overlay.policy),
  );
  const tightened = tightenedChecks(base.scorecards, overlays, policy);
  const compiledCheck = (check: CompiledCheck): CompiledCheck => {
    const definition = tightened.get(check.definition);
    return definition ? overlaid(check, definition, policy) : check;
  };
  return {
    policy,
    scorecards: [
      ...base.scorecards.map(scorecard => ({
        ...scorecard,
        checks: scorecard.checks.map(check => tightened.get(check) ?? check),
      })),
      ...overlays.flatMap(({ overlay }) => overlay.scorecards),
    ],
    compiled: [
      ...base.compiled.map(scorecard => ({
        ...scorecard,
        checks: scorecard.checks.map(compiledCheck),
      })),
      ...overlays.flatMap(({ compiled }) => compiled),
    ],
  };
}

/** A policy that holds its overlays ready for the domains that ask. */
export function layeredPolicy(
  base: Base,
  overlays: readonly CompiledOverlay[],
): CompiledPolicy {
  const ordered = [...overlays].sort((a, b) =>
    compareText(a.overlay.name, b.overlay.name),
  );
  const domains = new Set(ordered.map(({ overlay }) => overlay.domain));
  const chains = new Map<string, CompiledPolicy>();

  const root: CompiledPolicy = {
    version: base.version,
    policy: base.policy,
    base: base.policy,
    scorecards: base.scorecards,
    compiled: base.compiled,
    overlays: [...domains].sort(compareText),
    forDomains(asked) {
      const chain = asked.filter(domain => domains.has(domain));
      if (chain.length === 0) return root;
      // Every field takes the strictest value, so the order makes no difference.
      const key = [...new Set(chain)].sort(compareText).join();
      let policy = chains.get(key);
      if (!policy) {
        const over = ordered.filter(({ overlay }) =>
          chain.includes(overlay.domain),
        );
        policy = { ...root, ...layer(base, over) };
        chains.set(key, policy);
      }
      return policy;
    },
  };
  return root;
}
