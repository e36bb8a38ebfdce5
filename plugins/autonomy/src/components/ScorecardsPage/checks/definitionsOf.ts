import {
  parsePolicyFile,
  type CheckDefinition,
  type CheckTightening,
  type ScorecardRole,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';

/** What a document says about checks. */
export interface CheckDefinitions {
  /** Its own. */
  checks: { definition: CheckDefinition; role: ScorecardRole }[];
  /** How it makes checks of others stricter. */
  tightenings: CheckTightening[];
  /** Fields of the policy that it makes stricter. */
  limits: string[];
  /** Why it cannot be read. */
  message?: string;
}

/** Reads the checks of a document's text. */
export function definitionsOf(yaml: string): CheckDefinitions {
  const { documents, issues } = parsePolicyFile(yaml, '');
  const nothing = { checks: [], tightenings: [], limits: [] };
  const [document] = documents;
  if (!document) {
    return { ...nothing, message: issues[0]?.message };
  }
  switch (document.kind) {
    case 'Scorecard':
      return { ...nothing, checks: checksOf([document.value]) };
    case 'Overlay': {
      const { checks, policy, scorecards } = document.value;
      return {
        checks: checksOf(scorecards),
        tightenings: checks,
        limits: Object.keys(policy),
      };
    }
    default:
      return nothing;
  }
}

function checksOf(
  scorecards: { role: ScorecardRole; checks: CheckDefinition[] }[],
) {
  return scorecards.flatMap(({ checks, role }) =>
    checks.map(definition => ({ definition, role })),
  );
}
