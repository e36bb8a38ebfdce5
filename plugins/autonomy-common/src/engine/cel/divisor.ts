import type { ASTNode, Environment } from '@marcbachmann/cel-js';

/** No expression may call it itself: it is not among the allowed functions. */
const DIVISOR = 'divisor';

function nonZero(value: unknown): number {
  const number = typeof value === 'bigint' ? Number(value) : value;
  if (typeof number !== 'number' || number === 0) {
    throw new TypeError('not a divisor');
  }
  return number;
}

/** Division by zero must be unknown: as a double it would be infinite, and pass. */
export function registerDivisor(environment: Environment): void {
  environment.registerFunction(`${DIVISOR}(dyn): double`, nonZero);
}

/** The right side of a division, guarded. */
export function guardedDivisor(
  node: ASTNode,
  environment: Environment,
): ASTNode {
  const call = environment.parse(`${DIVISOR}(1)`).ast;
  (call.args as [string, ASTNode[]])[1][0] = node;
  return call;
}
