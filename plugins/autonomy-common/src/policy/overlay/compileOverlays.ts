import type { CompiledScorecard } from '../../engine';
import type { Scorecard } from '../../model';
import { compileScorecard, type CompileContext } from '../compileScorecard';
import { formatPath } from '../DocumentLines';
import type { PolicyDocument } from '../PolicyDocument';
import { baseChecks, type BaseCheck } from './BaseCheck';
import { checkViolations } from './checkViolations';
import type { Overlay } from './Overlay';
import { policyViolations } from './policyViolations';

/** An overlay whose own checks are ready to run. */
export interface CompiledOverlay {
  overlay: Overlay;
  compiled: readonly CompiledScorecard[];
}

/** A document that holds an overlay. */
export type OverlayDocument = Extract<PolicyDocument, { kind: 'Overlay' }>;

function compileOverlay(
  { file, lines, value: overlay }: OverlayDocument,
  base: ReadonlyMap<string, BaseCheck>,
  context: CompileContext,
): CompiledOverlay {
  const violations = [
    ...policyViolations(overlay, context.policy),
    ...checkViolations(overlay, base, context.policy),
  ];
  for (const { path, message } of violations) {
    const field = ['spec', ...path];
    const line = lines.lineOf(field);
    context.issues.push({ file, line, field: formatPath(field), message });
  }
  const compiled = overlay.scorecards.map((value, i) =>
    compileScorecard(
      {
        file,
        lines,
        path: ['spec', 'add', i],
        value,
        overlay: overlay.domain,
      },
      context,
    ),
  );
  return { overlay, compiled };
}

/** Compiles overlays over the scorecards of the base; what loosens becomes an issue. */
export function compileOverlays(
  documents: readonly OverlayDocument[],
  scorecards: readonly Scorecard[],
  context: CompileContext,
): CompiledOverlay[] {
  const base = baseChecks(scorecards);
  return documents.map(document => compileOverlay(document, base, context));
}
