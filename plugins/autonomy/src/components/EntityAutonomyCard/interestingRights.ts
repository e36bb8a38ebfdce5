import {
  CONSEQUENCES,
  type RightResult,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { levelRight } from '@aligned-autonomy/backstage-plugin-autonomy-react';

/**
 * The rights worth showing first: what something withholds beyond the level, then what is granted,
 * then what has the gravest consequence. They stay in the order of the policy.
 */
export function interestingRights(
  rights: RightResult[],
  count: number,
): RightResult[] {
  const withheld = (right: RightResult) =>
    Math.max(0, levelRight(right) - right.effective);
  const granted = (right: RightResult) => Number(right.grant !== undefined);
  const gravity = (right: RightResult) =>
    CONSEQUENCES.indexOf(right.consequence);
  const chosen = new Set(
    [...rights]
      .sort(
        (a, b) =>
          withheld(b) - withheld(a) ||
          granted(b) - granted(a) ||
          gravity(b) - gravity(a),
      )
      .slice(0, count),
  );
  return rights.filter(right => chosen.has(right));
}

/** How many of the rights there are of each kind, the freest first, e.g. `[[5, 2], [4, 3]]`. */
export function countRights(
  rights: RightResult[],
): [right: RightResult['effective'], count: number][] {
  return ([5, 4, 3, 2, 1] as const)
    .map(
      right =>
        [right, rights.filter(item => item.effective === right).length] as [
          typeof right,
          number,
        ],
    )
    .filter(([, count]) => count > 0);
}
