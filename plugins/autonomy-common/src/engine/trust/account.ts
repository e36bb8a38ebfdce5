import type { TrustLine } from '../../model';

/** The value of an account: the sum of its lines, in their order. */
export function valueOf(lines: readonly TrustLine[]): number {
  let sum = 0;
  for (const { amount } of lines) sum += amount;
  return sum;
}

/** The line that keeps trust within 0..1, where one is needed. */
export function boundLine(value: number): TrustLine | undefined {
  const bounded = Math.min(Math.max(value, 0), 1);
  return bounded === value
    ? undefined
    : { kind: 'bound', amount: bounded - value };
}
