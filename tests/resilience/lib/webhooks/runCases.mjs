import { oneOf, seededRandom } from '../random.mjs';
import { MUTATIONS } from './mutations.mjs';

const SHOWN = 5;

/**
 * Sends any of the mutations to any of the sources, so many times.
 *
 * @returns `sent` by name, `forged`, `accepted` of those, `unexpected` answers, the `statuses`
 */
export async function runCases({
  cases,
  connections,
  exchange,
  schemes,
  seed,
  urlOf,
}) {
  const random = seededRandom(seed);
  const names = Object.keys(MUTATIONS);
  const tally = {
    sent: {},
    statuses: {},
    forged: 0,
    forgeries: [],
    unexpected: [],
  };
  let left = cases;

  async function sendOne() {
    const scheme = oneOf(random, schemes);
    const other = oneOf(
      random,
      schemes.filter(each => each !== scheme),
    );
    const name = oneOf(random, names);
    const made = MUTATIONS[name]({ scheme, other, random });
    if (!made) return;
    left -= 1;
    const { status, error } = await exchange(urlOf(scheme.id), made);
    const what = `${scheme.id}, ${name}: ${error ?? status}`;
    tally.sent[name] = (tally.sent[name] ?? 0) + 1;
    tally.statuses[status] = (tally.statuses[status] ?? 0) + 1;
    if (!isSigned(scheme, made)) {
      tally.forged += 1;
      if (status === 202) tally.forgeries.push(what);
    }
    if (!made.expected.includes(status)) tally.unexpected.push(what);
  }
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (left > 0) await sendOne();
    }),
  );
  return tally;
}

const isSigned = (scheme, request) =>
  scheme.isSigned(request) ||
  request.headers.some(([, value]) => value.startsWith('v1a,'));

/** What must hold of a run. */
export function checkCases({ expect }, { forgeries, statuses, unexpected }) {
  const shown = list => [...new Set(list)].slice(0, SHOWN).join('; ');
  expect(
    !forgeries.length,
    `${forgeries.length} accepted: ${shown(forgeries)}`,
  );
  expect(
    !unexpected.length,
    `${unexpected.length} answered otherwise: ${shown(unexpected)}`,
  );
  const failed = Object.keys(statuses).filter(status => Number(status) >= 500);
  expect(!failed.length, `answered ${failed}`);
}
