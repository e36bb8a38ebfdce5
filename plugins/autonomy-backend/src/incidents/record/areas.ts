/** What an incident touches: areas, or none for the one that the policy has for such. */
type Areas = readonly string[];

/**
 * The areas that something touches.
 *
 * @param defaultArea - what an incident without areas touches
 * @internal
 */
export function touched(areas: Areas, defaultArea: string): Areas {
  return areas.length > 0 ? areas : [defaultArea];
}

/**
 * What both touch; none where neither names any.
 *
 * @internal
 */
export function allAreas(a: Areas, b: Areas, defaultArea: string): string[] {
  return a.length === 0 && b.length === 0
    ? []
    : [...new Set([a, b].flatMap(each => touched(each, defaultArea)))].sort();
}

/**
 * What the first touch and the others do not.
 *
 * @internal
 */
export function areasBeyond(
  areas: Areas,
  others: Areas,
  defaultArea: string,
): Areas {
  const known = touched(others, defaultArea);
  return touched(areas, defaultArea).filter(area => !known.includes(area));
}
