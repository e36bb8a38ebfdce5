import { defaultPolicy } from '../../../__fixtures__/defaults';
import type { CompiledPolicy } from '../../../engine';
import type { CompileContext } from '../../compileScorecard';
import { parsePolicyFile } from '../../parsePolicyFile';
import type { PolicyIssue } from '../../PolicyIssue';
import { compileOverlays, layeredPolicy, type OverlayDocument } from '..';

export const base = defaultPolicy();

/** The guardrails of the base. */
export const guardrails = base.compiled
  .filter(({ role }) => role === 'guardrails')
  .flatMap(({ checks }) => checks)
  .map(({ definition }) => definition);

/** One field of the spec on each line, from line 5 on. */
export function overlayText(domain: string, spec: object): string {
  return `apiVersion: aligned-autonomy/v1
kind: Overlay
metadata: { name: ${domain}, domain: 'domain:default/${domain}' }
spec:
${Object.entries(spec)
  .map(([key, value]) => `  ${key}: ${JSON.stringify(value)}`)
  .join('\n')}
`;
}

/** The defaults with some overlays, each as YAML. */
export function compileOver(texts: readonly string[]): {
  policy: CompiledPolicy;
  issues: PolicyIssue[];
} {
  const parsed = texts.map(text => parsePolicyFile(text, 'ours.yaml'));
  const context: CompileContext = {
    policy: base.policy,
    published: {},
    seen: new Map(),
    issues: parsed.flatMap(({ issues }) => issues),
    warnings: [],
  };
  const overlays = compileOverlays(
    parsed.flatMap(({ documents }) => documents as OverlayDocument[]),
    base.scorecards,
    context,
  );
  return { policy: layeredPolicy(base, overlays), issues: context.issues };
}
