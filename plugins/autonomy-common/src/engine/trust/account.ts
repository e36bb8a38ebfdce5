import type { TrustLine } from '../../model';

/** The value of an account: the sum of its lines, in their order. */
export function valueOf(lines: readonly TrustLine[]): number {
  return lines.reduce((sum, { amount }) => sum + amount, 0);
}

/** The line that keeps trust within 0..1, where one is needed. */
export function boundLine(lines: readonly TrustLine[]): TrustLine[] {
  const value = valueOf(lines);
  const bounded = Math.min(Math.max(value, 0), 1);
  return bounded === value ? [] : [{ kind: 'bound', amount: bounded - value }];
}
