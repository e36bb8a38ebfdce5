import {
  compileExpression,
  ExpressionError,
  lintExpression,
  type CompileOptions,
  type FactSchemas,
} from '../../engine/cel';
import { re2 } from '../re2';
import { readableFacts } from './declaredFacts';
import { tokensOf } from './tokens';

/** What a check uses an expression for: `expression`, `when`, or `linkedBy`. @public */
export type ExpressionUse = 'check' | 'condition' | 'link';

/** @public */
export interface CheckExpressionOptions {
  use: ExpressionUse;
  /** The facts that collectors declare, besides the built-in ones. */
  facts?: FactSchemas;
  /** The score from which the check passes; 1 unless told. */
  passAt?: number;
}

/** Something to say of a part of an expression; offsets are from 0, `to` is behind its last character. @public */
export interface ExpressionIssue {
  from: number;
  to: number;
  message: string;
}

/** @public */
export interface ExpressionReview {
  /** It cannot be used with them; the first mistake that was found. */
  issues: ExpressionIssue[];
  /** It can be used, and yet may not say what is meant. */
  warnings: ExpressionIssue[];
  /** The facts it may read, ascending; none while there are issues. */
  facts: string[];
}

const PLACE = / \(at character \d+\)$/;

/** The part of the source that begins at a position: a path, text, figure or sign. */
function partAt(source: string, position: number): [number, number] {
  if (position >= source.length) {
    return [Math.max(0, source.trimEnd().length - 1), source.length];
  }
  const [path] = /^(?:[A-Za-z_]\w*\.)*/.exec(source.slice(position))!;
  const last = position + path.length;
  const token = tokensOf(source).find(({ to }) => to > last);
  return [position, Math.max(position + 1, token?.to ?? last)];
}

function issueAt(
  source: string,
  message: string,
  position: number,
): ExpressionIssue {
  const isWhole = message.startsWith('the result has the wrong type');
  const [from, to] = isWhole ? [0, source.length] : partAt(source, position);
  return { from, to, message: message.replace(PLACE, '') };
}

function optionsFor(
  source: string,
  { use, facts, passAt }: CheckExpressionOptions,
): CompileOptions {
  const environment = { facts: readableFacts(source, facts), matcher: re2 };
  return use === 'check'
    ? { ...environment, returns: 'score', passAt }
    : { ...environment, returns: 'boolean', collector: 'catalog' };
}

/**
 * What is to be said of an expression while it is written, by the rules by which a policy is compiled.
 * @public
 */
export function checkExpression(
  source: string,
  options: CheckExpressionOptions,
): ExpressionReview {
  try {
    const { reads } = compileExpression(source, optionsFor(source, options));
    const use = options.use === 'condition' ? 'condition' : 'check';
    return {
      issues: [],
      warnings: lintExpression(source, use).map(({ message, position }) =>
        issueAt(source, message, position),
      ),
      facts: reads.map(({ path }) => path),
    };
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    const { message, position } = error;
    return {
      issues: [issueAt(source, message, position)],
      warnings: [],
      facts: [],
    };
  }
}
