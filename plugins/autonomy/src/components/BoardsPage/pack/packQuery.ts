import { quarterOf } from '@aligned-autonomy/backstage-plugin-autonomy-common';

const OFFERED = 8;

/** Which quarter is shown, as the address has it. */
export interface PackQuery {
  board?: string;
  /** `2026-Q4`; absent for the present one. */
  quarter?: string;
}

export function readPackQuery(params: URLSearchParams): PackQuery {
  return {
    board: params.get('board') ?? undefined,
    quarter: params.get('quarter') || undefined,
  };
}

/** The present quarter and those before it, the newest first. */
export function latestQuarters(now: number): string[] {
  const names: string[] = [];
  let quarter = quarterOf(now);
  while (names.length < OFFERED) {
    names.push(quarter.name);
    quarter = quarterOf(quarter.from - 1);
  }
  return names;
}
