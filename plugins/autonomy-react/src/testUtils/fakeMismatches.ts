import type {
  Mismatch,
  MismatchFilter,
  RiskMatrix,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { createRiskCell } from './createMismatch';
import { isWanted } from './fakePages';

export function selectMismatches(
  mismatches: Mismatch[],
  filter: MismatchFilter,
): Mismatch[] {
  return mismatches.filter(
    ({ area, domainRef, entityRef, ownerRef }) =>
      isWanted(filter.domain, domainRef) &&
      isWanted(filter.owner, ownerRef) &&
      isWanted(filter.entity, entityRef) &&
      isWanted(filter.area, area),
  );
}

/** How many of them stand where; areas without a mismatch are not known here. */
export function matrixOf(mismatches: Mismatch[]): RiskMatrix {
  const places = mismatches.map(
    ({ actual, consequence }) => `${consequence} ${actual}`,
  );
  return {
    isWithheld: false,
    entities: new Set(mismatches.map(({ entityRef }) => entityRef)).size,
    cells: [...new Set(places)].map(place => {
      const here = mismatches.filter((_, index) => places[index] === place);
      const [{ actual, consequence }] = here;
      return createRiskCell({
        consequence,
        right: actual,
        areas: here.length,
        surplus: here.filter(({ difference }) => difference > 0).length,
        deficit: here.filter(({ difference }) => difference < 0).length,
      });
    }),
  };
}
