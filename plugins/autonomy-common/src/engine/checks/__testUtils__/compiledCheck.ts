import { compileExpression } from '../../cel';
import type { CompiledCheck } from '../../CompiledPolicy';
import type { CheckDefinition } from '../../../model';

/** A check with what a test is about; it asks `slo.met` unless told. */
export function compiledCheck(
  definition: Partial<CheckDefinition> = {},
  rest: Partial<Pick<CompiledCheck, 'role' | 'overlay'>> = {},
): CompiledCheck {
  const complete: CheckDefinition = {
    id: 'a-check',
    title: 'A check',
    weight: 1,
    passAt: 1,
    expression: 'slo.met',
    ...definition,
  };
  const { expression, when, linkedBy } = complete;
  return {
    definition: complete,
    scorecard: 'card',
    role: 'readiness',
    expression: compileExpression(expression, { returns: 'score' }),
    when: when ? compileExpression(when, { returns: 'boolean' }) : undefined,
    linkedBy: linkedBy
      ? compileExpression(linkedBy, { returns: 'boolean' })
      : undefined,
    ...rest,
  };
}
