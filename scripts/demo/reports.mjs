import { parseDuration, resolveInstants } from './durations.mjs';

/**
 * The reports that an item of facts stands for. A collector reports again and again: every so often,
 * for so long, and each time its dates count from that time, so that what is in order today was in
 * order then. Where it was not, `formerly` says what was reported until when.
 *
 * @param item - of an evidence file; `reported: { every, for }` and `formerly: [{ until, facts }]`
 *   are ours, everything else is an item of the API
 * @param anchor - the instant that relative dates count from, UTC milliseconds
 * @returns items of the API, oldest first; one that says no instant as it is, to be refused there
 */
export function reportsOf({ reported, formerly = [], ...item }, anchor) {
  const last = resolveInstants(item, anchor);
  const latest = Date.parse(last.collectedAt);
  if (Number.isNaN(latest)) {
    return [last];
  }
  const changes = formerly
    .map(({ until, facts }) => ({
      until: anchor + parseDuration(until),
      facts,
    }))
    .sort((a, b) => a.until - b.until);
  const instants = new Set([latest, ...changes.map(({ until }) => until)]);
  if (reported) {
    const every = parseDuration(reported.every);
    const from = latest - parseDuration(reported.for);
    for (let at = latest; at >= from; at -= every) {
      instants.add(at);
    }
  }
  return [...instants]
    .sort((a, b) => a - b)
    .map(at => {
      const former = changes.find(({ until }) => at < until);
      const said = former
        ? { ...item, facts: { ...item.facts, ...former.facts } }
        : item;
      return resolveInstants(said, anchor + at - latest);
    });
}
