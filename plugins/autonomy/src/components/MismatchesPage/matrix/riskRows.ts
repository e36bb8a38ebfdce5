import {
  CONSEQUENCES,
  type Consequence,
  type RiskCell,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { RIGHTS } from '../mismatchQuery';

/** The cells of one consequence, by right; what nobody stands at is 0. */
export interface RiskRow {
  consequence: Consequence;
  cells: RiskCell[];
}

/** The rows of the matrix, the gravest first. */
export function riskRows(cells: RiskCell[]): RiskRow[] {
  return [...CONSEQUENCES].reverse().map(consequence => ({
    consequence,
    cells: RIGHTS.map(
      right =>
        cells.find(
          cell => cell.consequence === consequence && cell.right === right,
        ) ?? { consequence, right, areas: 0, surplus: 0, deficit: 0 },
    ),
  }));
}
