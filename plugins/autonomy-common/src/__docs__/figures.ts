import type { DecisionRight } from '../model';
import { rightName } from '../model';

const DECIMALS = 3;

export function figure(value: number): string {
  return value.toFixed(DECIMALS);
}

/** A figure as it is shown. */
export function shown(value: number): number {
  return Number(figure(value));
}

/** With its sign, as a line of an account. */
export function signed(value: number): string {
  const text = figure(Math.abs(value));
  return value < 0 && Number(text) !== 0 ? `-${text}` : `+${text}`;
}

/** `3 peer-review` */
export function right(value: DecisionRight): string {
  return `${value} ${rightName(value)}`;
}
