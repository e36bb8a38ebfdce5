import type { CompiledCheck } from '../engine';
import {
  compileExpression,
  ExpressionError,
  lintExpression,
  type CompiledExpression,
  type CompileOptions,
  type FactSchemas,
} from '../engine/cel';
import type { CheckDefinition, Policy } from '../model';
import { policyFactSchemas } from './policyFactSchemas';
import { re2 } from './re2';

/** A mistake in one field of a check, or something its author should know. */
export interface CheckIssue {
  field: string;
  message: string;
}

/** Where a check belongs. */
export type CheckPlace = Pick<
  CompiledCheck,
  'scorecard' | 'role' | 'overlay' | 'publishedAt'
>;

/** What expressions may use where a policy names the tools of the catalog. */
function environmentOf(
  policy: Policy,
  declared?: FactSchemas,
): Pick<CompileOptions, 'facts' | 'matcher'> {
  return { facts: policyFactSchemas(policy, declared), matcher: re2 };
}

/** The expression of a check that has compiled before, for another `passAt`. */
export function compileScore(
  { expression, passAt }: CheckDefinition,
  policy: Policy,
): CompiledExpression {
  return compileExpression(expression, {
    ...environmentOf(policy),
    returns: 'score',
    passAt,
  });
}

/**
 * Compiles the expressions of a check, or says what is wrong with them.
 *
 * @param declared - facts of collectors besides the built-in ones, as far as anybody declared them
 */
export function compileCheck(
  definition: CheckDefinition,
  place: CheckPlace,
  policy: Policy,
  declared?: FactSchemas,
): { check?: CompiledCheck; issues: CheckIssue[]; warnings: CheckIssue[] } {
  const issues: CheckIssue[] = [];
  const warnings: CheckIssue[] = [];
  const environment = environmentOf(policy, declared);
  const compile = (
    field: 'expression' | 'when' | 'linkedBy',
    options: CompileOptions,
  ): CompiledExpression | undefined => {
    const source = definition[field];
    if (source === undefined) return undefined;
    try {
      const compiled = compileExpression(source, {
        ...environment,
        ...options,
      });
      const use = field === 'when' ? 'condition' : 'check';
      for (const { message } of lintExpression(source, use)) {
        warnings.push({ field, message });
      }
      return compiled;
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error;
      issues.push({ field, message: error.message });
      return undefined;
    }
  };
  const { passAt } = definition;
  const expression = compile('expression', { returns: 'score', passAt });
  const ofCatalog = { returns: 'boolean', collector: 'catalog' } as const;
  const when = compile('when', ofCatalog);
  const linkedBy = compile('linkedBy', ofCatalog);
  if (!expression || issues.length > 0) return { issues, warnings };
  return {
    check: {
      definition,
      ...place,
      expression,
      ...(when && { when }),
      ...(linkedBy && { linkedBy }),
    },
    issues,
    warnings,
  };
}
