import {
  CONSEQUENCES,
  type Consequence,
  type DecisionRight,
  type RiskCell,
  type RiskMatrix,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  CONSEQUENCE_LETTERS,
  MISMATCH_LETTERS,
} from '../../evaluation/results';

/**
 * Entities of which the same is true, with a letter for each area.
 *
 * @internal
 */
export interface AlikeEntities {
  entities: number;
  /** What the letters are about. */
  areas: readonly string[];
  /** Digits of the rights in force. */
  rights: string;
  consequences: string;
  mismatches: string;
}

const CONSEQUENCE_OF = new Map(
  CONSEQUENCES.map((consequence): [string, Consequence] => [
    CONSEQUENCE_LETTERS[consequence],
    consequence,
  ]),
);

/**
 * Counts areas of entities by consequence and right.
 *
 * @internal
 */
export class RiskTally {
  readonly #areas?: ReadonlySet<string>;
  readonly #cells = new Map<string, RiskCell>();
  #entities = 0;

  /** @param areas - that count; all unless told */
  constructor(areas?: readonly string[]) {
    this.#areas = areas && new Set(areas);
  }

  add(alike: AlikeEntities): void {
    const { areas, consequences, entities, mismatches, rights } = alike;
    this.#entities += entities;
    areas.forEach((area, position) => {
      const consequence = CONSEQUENCE_OF.get(consequences[position]);
      if (!consequence || (this.#areas && !this.#areas.has(area))) {
        return;
      }
      const right = Number(rights[position]) as DecisionRight;
      const cell = this.#cellOf(consequence, right);
      cell.areas += entities;
      if (mismatches[position] === MISMATCH_LETTERS.surplus) {
        cell.surplus += entities;
      } else if (mismatches[position] === MISMATCH_LETTERS.deficit) {
        cell.deficit += entities;
      }
    });
  }

  /** By consequence, the lowest first, and right. */
  toMatrix(): RiskMatrix {
    const rank = (cell: RiskCell) =>
      CONSEQUENCES.indexOf(cell.consequence) * 10 + cell.right;
    return {
      isWithheld: false,
      entities: this.#entities,
      cells: [...this.#cells.values()].sort((a, b) => rank(a) - rank(b)),
    };
  }

  #cellOf(consequence: Consequence, right: DecisionRight): RiskCell {
    const key = `${consequence} ${right}`;
    const known = this.#cells.get(key);
    if (known) {
      return known;
    }
    const cell = { consequence, right, areas: 0, surplus: 0, deficit: 0 };
    this.#cells.set(key, cell);
    return cell;
  }
}
