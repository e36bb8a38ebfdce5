import { Session } from 'node:inspector/promises';
import { root } from '../../../scripts/lib/root.mjs';

const SHOWN = 25;

/**
 * Samples what a process does.
 *
 * @returns `stop`, which resolves to shares of the time that was not idle: `byPlace`, packages and folders of the
 * suite, and `byFunction`
 */
export async function startProfile() {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.start');
  return {
    async stop() {
      const { profile } = await session.post('Profiler.stop');
      session.disconnect();
      return summarize(profile);
    },
  };
}

function summarize({ nodes, samples, timeDeltas }) {
  const nodeOf = new Map(nodes.map(node => [node.id, node]));
  const [byPlace, byFunction] = [new Map(), new Map()];
  const add = (map, key, time) => map.set(key, (map.get(key) ?? 0) + time);
  let [busy, all] = [0, 0];
  samples.forEach((id, n) => {
    const { functionName, url } = nodeOf.get(id).callFrame;
    const time = timeDeltas[n];
    all += time;
    // To begin and to end the samples takes time as well.
    if (functionName === '(idle)' || url === 'node:inspector') return;
    busy += time;
    const place = placeOf(functionName, url);
    add(byPlace, place, time);
    add(byFunction, `${functionName || 'anonymous'} (${place})`, time);
  });
  const shares = map =>
    Object.fromEntries(
      [...map]
        .sort((a, b) => b[1] - a[1])
        .slice(0, SHOWN)
        .map(([key, time]) => [key, Number((time / busy).toFixed(3))]),
    );
  return {
    busyShare: Number((busy / all).toFixed(2)),
    byPlace: shares(byPlace),
    byFunction: shares(byFunction),
  };
}

/** `(garbage collector)` and the like are functions without a file. */
function placeOf(functionName, url) {
  if (!url) return functionName.startsWith('(') ? functionName : 'node';
  const file = url.replace('file://', '');
  const [, inModules] = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file) ?? [];
  if (inModules) return inModules;
  return file.startsWith(root)
    ? file
        .slice(root.length + 1)
        .split('/')
        .slice(0, -1)
        .join('/')
    : file.split('/')[0];
}
