import type { Board } from '@aligned-autonomy/backstage-plugin-autonomy-common';

/** The log of what concerns no domain, or all of them. */
export const CENTRAL_CHAIN = 'central';

/** Which log is shown, as the address has it. */
export interface LogQuery {
  board?: string;
  chain?: string;
}

export function readLogQuery(params: URLSearchParams): LogQuery {
  return {
    board: params.get('board') ?? undefined,
    chain: params.get('chain') ?? undefined,
  };
}

/** The logs of what a board decides: one for each of its domains, the centre for the central one. */
export function chainsOf({ central, domains }: Board): string[] {
  const own = domains.map(({ domainRef }) => domainRef);
  return central || own.length === 0 ? [CENTRAL_CHAIN, ...own] : own;
}
