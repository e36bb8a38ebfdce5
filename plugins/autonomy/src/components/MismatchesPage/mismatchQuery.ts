import {
  CONSEQUENCES,
  type Consequence,
  type DecisionRight,
  type MismatchFilter,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { knownIn, listIn } from '../useAddressQuery';

/** What the reader chose; all of it is in the address. A cell of the matrix narrows the lists, not the matrix. */
export type MismatchQuery = Pick<
  MismatchFilter,
  'area' | 'domain' | 'owner'
> & {
  consequence?: Consequence[];
  right?: DecisionRight[];
};

export const RIGHTS: readonly DecisionRight[] = [1, 2, 3, 4, 5];

/** Reads the address; what it does not know is left out rather than sent on. */
export function readMismatchQuery(params: URLSearchParams): MismatchQuery {
  return {
    domain: listIn(params, 'domain'),
    owner: listIn(params, 'owner'),
    area: listIn(params, 'area'),
    consequence: knownIn(params, 'consequence', CONSEQUENCES),
    right: knownIn(params, 'right', RIGHTS),
  };
}

/** What of a query also narrows the matrix. */
export function filterOf({ area, domain, owner }: MismatchQuery) {
  return { area, domain, owner } satisfies MismatchFilter;
}

/** Whether the lists show the cell alone. */
export function isChosen(
  { consequence, right }: MismatchQuery,
  cell: { consequence: Consequence; right: DecisionRight },
): boolean {
  return (
    consequence?.length === 1 &&
    consequence[0] === cell.consequence &&
    right?.length === 1 &&
    right[0] === cell.right
  );
}
