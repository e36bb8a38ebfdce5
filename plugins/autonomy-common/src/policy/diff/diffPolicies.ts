import type { CompiledPolicy } from '../../engine';
import { compareText } from '../../engine/math';
import { diffFields } from './diffFields';
import { diffScorecards } from './diffScorecards';
import type { PolicyChange } from './PolicyChange';

const SUBJECTS: readonly string[] = ['policy', 'scorecard', 'check'];

/** Orders changes by subject, role, id and field. */
function keyOf({ subject, role, id, field }: PolicyChange): string {
  return [SUBJECTS.indexOf(subject), role, id, field].join('\n');
}

function diff(before: CompiledPolicy, after: CompiledPolicy): PolicyChange[] {
  return [
    ...diffFields(before.policy, after.policy),
    ...diffScorecards(before, after),
  ].sort((a, b) => compareText(keyOf(a), keyOf(b)));
}

/**
 * What a reader wants to know before a policy is published: every difference in its fields,
 * scorecards and checks, first those that hold everywhere, then for each governance domain those
 * that its overlays make.
 * @public
 */
export function diffPolicies(
  before: CompiledPolicy,
  after: CompiledPolicy,
): PolicyChange[] {
  const everywhere = diff(before, after);
  const known = new Set(everywhere.map(change => JSON.stringify(change)));
  const domains = [...new Set([...before.overlays, ...after.overlays])];
  return [
    ...everywhere,
    ...domains.sort(compareText).flatMap(domain =>
      diff(before.forDomains([domain]), after.forDomains([domain]))
        .filter(change => !known.has(JSON.stringify(change)))
        .map(change => ({ ...change, domain })),
    ),
  ];
}
