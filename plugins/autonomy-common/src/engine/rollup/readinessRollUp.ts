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

function tallies(entities: Iterable<RollUpEntity>) {
  const byCheck = new Map<string, Tally>();
  let total = 0;
  for (const { checks, count = 1 } of entities) {
    total += count;
    checks.forEach((check, position) => {
      if (!counts(check)) return;
      const { id, state } = check;
      let tally = byCheck.get(id);
      if (!tally) {
        tally = { check, position, applicable: 0, passing: 0 };
        byCheck.set(id, tally);
      }
      tally.position = Math.min(tally.position, position);
      tally.applicable += count;
      if (state === 'pass') tally.passing += count;
    });
  }
  return { total, tallies: [...byCheck.values()] };
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
 * Readiness of many entities at once: an item is answered yes where enough of the entities to
 * which it applies pass. Its share counts them all, so it needs no smoothing. Model section 3.
 * @public
 */
export function readinessRollUp(
  entities: Iterable<RollUpEntity>,
  { bands, orgPassAt }: Policy['readiness'],
): ReadinessRollUp {
  const { total, tallies: found } = tallies(entities);
  const items = found
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
    entities: total,
    items,
    gaps: gaps.length,
    band: items.length > 0 ? band : undefined,
    topGaps: gaps.map(({ id }) => id),
  };
}
