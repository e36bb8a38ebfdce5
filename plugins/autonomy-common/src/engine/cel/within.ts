import {
  ParseError,
  type ASTNode,
  type Environment,
} from '@marcbachmann/cel-js';
import { parseDuration } from '../duration';
import { parseInstant } from '../instant';

/** Where the evaluation's instant is kept; no expression can name this. */
export const NOW = '@now';

function duration(node: ASTNode): number {
  if (node.op !== 'value' || typeof node.args !== 'string') {
    throw new ParseError({
      message: "within expects a duration in quotes, such as 'P90D'",
      node,
    });
  }
  try {
    return parseDuration(node.args);
  } catch (error) {
    throw new ParseError({ message: (error as Error).message, node });
  }
}

function isWithin(value: unknown, length: number, now: unknown): boolean {
  const instant = typeof value === 'string' ? parseInstant(value) : undefined;
  if (instant === undefined) throw new TypeError('not an instant');
  // Symmetric, so that an instant far in the future by mistake does not pass for years.
  return Math.abs((now as number) - instant) < length;
}

/**
 * `within(timestamp, 'P90D')`: whether the instant is less than the duration away. It is the
 * only way to ask for the time, and its bound is known when the expression is compiled.
 */
export function registerWithin(environment: Environment): void {
  environment.registerFunction(
    'within(ast, ast): bool',
    ({ args }: { args: [ASTNode, ASTNode] }) => {
      const [timestamp, length] = [args[0], duration(args[1])];
      return {
        typeCheck: (checker: any, _macro: unknown, ctx: unknown) => {
          checker.check(timestamp, ctx);
          return checker.getType('bool');
        },
        evaluate: (evaluator: any, _macro: unknown, ctx: any) =>
          isWithin(evaluator.run(timestamp, ctx), length, ctx.getValue(NOW)),
      };
    },
  );
}
