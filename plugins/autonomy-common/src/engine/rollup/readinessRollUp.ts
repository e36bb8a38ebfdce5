import type {
  CheckResult,
  Policy,
  ReadinessRollUp,
  ReadinessRollUpItem,
} from '../../model';
import { counts } from '../checks';
import { compareText, reaches } from '../math';

/** An entity with its readiness checks, or several of which the same is true. @public */
export interface RollUpEntity {
  checks: readonly Pick<CheckResult, 'id' | 'title' | 'section' | 'state'>[];
  /** How many entities it stands for; one unless told. */
  count?: number;
}

interface Tally {
  check: RollUpEntity['checks'][number];
  /** The first place it has among the checks of any entity. */
  position: number;
  applicable: number;
  passing: number;
}

function inOrder(a: Tally, b: Tally): number {
  return a.position - b.position || compareText(a.check.id, b.check.id);
}

/** Lowest share first, then what most entities lack. */
function byUrgency(a: ReadinessRollUpItem, b: ReadinessRollUpItem): number {
  return (
    a.share - b.share || b.applicable - a.applicable || compareText(a.id, b.id)
  );
}

/**
 * Readiness of many entities at once, that come one after the other: an item is answered yes where enough of
 * the entities to which it applies pass. Its share counts them all, so it needs no smoothing. Model section 3.
 * @public
 */
export class ReadinessTally {
  readonly #byCheck = new Map<string, Tally>();
  #entities = 0;

  add({ checks, count = 1 }: RollUpEntity): void {
    this.#entities += count;
    checks.forEach((check, position) => {
      if (!counts(check)) return;
      const { id, state } = check;
      let tally = this.#byCheck.get(id);
      if (!tally) {
        tally = { check, position, applicable: 0, passing: 0 };
        this.#byCheck.set(id, tally);
      }
      tally.position = Math.min(tally.position, position);
      tally.applicable += count;
      if (state === 'pass') tally.passing += count;
    });
  }

  /** What those that came so far amount to. */
  rollUp({ bands, orgPassAt }: Policy['readiness']): ReadinessRollUp {
    const items = [...this.#byCheck.values()]
      .sort(inOrder)
      .map(({ check: { id, title, section }, applicable, passing }) => {
        const share = passing / applicable;
        const yes = reaches(share, orgPassAt);
        return { id, title, section, applicable, passing, share, yes };
      });
    const gaps = items.filter(({ yes }) => !yes).sort(byUrgency);
    const band = bands.find(
      ({ maxGaps }) => maxGaps === undefined || gaps.length <= maxGaps,
    )?.band;
    return {
      entities: this.#entities,
      items,
      gaps: gaps.length,
      band: items.length > 0 ? band : undefined,
      topGaps: gaps.map(({ id }) => id),
    };
  }
}

/**
 * Readiness of many entities at once. Model section 3.
 * @public
 */
export function readinessRollUp(
  entities: Iterable<RollUpEntity>,
  policy: Policy['readiness'],
): ReadinessRollUp {
  const tally = new ReadinessTally();
  for (const entity of entities) tally.add(entity);
  return tally.rollUp(policy);
}
