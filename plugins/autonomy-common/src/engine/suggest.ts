/**
 * Letters to change to turn one word into the other, including swapped neighbours; anything above the limit where
 * there are more.
 */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return Infinity;
  let [before, row] = [new Array<number>(), new Array<number>()];
  for (let j = 0; j <= b.length; j++) row.push(j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let changes = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        changes = Math.min(changes, before[j - 2] + 1);
      }
      next.push(changes);
      least = Math.min(least, changes);
    }
    // Swapped neighbours look back two rows, which both have to be above.
    if (least > limit && Math.min(...row) > limit) return Infinity;
    [before, row] = [row, next];
  }
  return row[b.length];
}

/** No name is longer; to compare what is would take its time. */
const LONGEST_WORD = 100;

/** The candidate that a misspelt word most likely meant. */
export function suggest(
  word: string,
  candidates: Iterable<string>,
): string | undefined {
  if (word.length > LONGEST_WORD) return undefined;
  let best: string | undefined;
  // At most a third of its letters may be wrong, and never all.
  const limit = Math.min(Math.ceil(word.length / 3), word.length - 1);
  let bestDistance = limit + 1;
  for (const candidate of candidates) {
    const most = bestDistance - 1;
    const d = distance(word.toLowerCase(), candidate.toLowerCase(), most);
    if (d < bestDistance) [best, bestDistance] = [candidate, d];
  }
  return best;
}

/** ` (did you mean x?)`, or nothing. */
export function didYouMean(word: string, candidates: Iterable<string>): string {
  const suggestion = suggest(word, candidates);
  return suggestion === undefined ? '' : ` (did you mean ${suggestion}?)`;
}
