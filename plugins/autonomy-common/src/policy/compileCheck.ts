import type { CompiledCheck } from '../engine';
import {
  compileExpression,
  ExpressionError,
  type CompiledExpression,
  type FactPath,
} from '../engine/cel';
import { BUILT_IN_FACTS } from '../engine/facts';
import type { CheckDefinition, Policy } from '../model';
import { didYouMean } from './suggest';

/** A mistake in one field of a check. */
export interface CheckIssue {
  field: string;
  message: string;
}

/** Facts of our own collectors are known, so a misspelt one need not wait to be always unknown. */
function unknownFact(
  { path, segments: [collector, ...keys] }: FactPath,
  policy: Policy,
): string | undefined {
  const builtIn = Object.hasOwn(BUILT_IN_FACTS, collector)
    ? BUILT_IN_FACTS[collector]
    : undefined;
  if (!builtIn) return undefined;
  const known =
    collector === 'catalog'
      ? [
          ...builtIn,
          ...Object.keys(policy.catalog.tools).map(kind => `tools.${kind}`),
        ]
      : builtIn;
  const asked = keys.join('.');
  const exists = known.some(
    fact => fact === asked || fact.startsWith(asked && `${asked}.`),
  );
  return exists
    ? undefined
    : `unknown fact ${path}${didYouMean(
        path,
        known.map(fact => `${collector}.${fact}`),
      )}`;
}

/** Compiles the expressions of a check, or says what is wrong with them. */
export function compileCheck(
  definition: CheckDefinition,
  scorecard: string,
  policy: Policy,
): { check?: CompiledCheck; issues: CheckIssue[] } {
  const issues: CheckIssue[] = [];
  const compile = (
    field: 'expression' | 'when' | 'linkedBy',
  ): CompiledExpression | undefined => {
    const source = definition[field];
    if (source === undefined) return undefined;
    const onlyCatalog = field !== 'expression';
    try {
      const compiled = compileExpression(
        source,
        onlyCatalog ? 'boolean' : 'score',
      );
      for (const fact of compiled.reads) {
        const message =
          onlyCatalog && fact.segments[0] !== 'catalog'
            ? `may read catalog facts only (found ${fact.path})`
            : unknownFact(fact, policy);
        if (message) issues.push({ field, message });
      }
      return compiled;
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error;
      issues.push({ field, message: error.message });
      return undefined;
    }
  };
  const expression = compile('expression');
  const when = compile('when');
  const linkedBy = compile('linkedBy');
  if (!expression || issues.length > 0) return { issues };
  return {
    check: {
      definition,
      scorecard,
      expression,
      ...(when && { when }),
      ...(linkedBy && { linkedBy }),
    },
    issues,
  };
}
