import { Failure } from '../lib/console.mjs';
import { KINDS, readEvidence } from './evidence.mjs';
import { fetchAlone } from './fetchAlone.mjs';

/** As many as the API takes at once. */
const BATCH = 500;

/**
 * Loads the sample evidence through the public API. Loading it twice changes
 * nothing: every item has an identity of its own.
 *
 * @param options.baseUrl - of the backend, e.g. `http://localhost:7007`
 * @param options.token - may ingest evidence
 * @returns how many items are new and how many were known
 * @throws Failure naming file, item and field if an item is rejected
 */
export async function loadEvidence({ folder, anchor, baseUrl, token }) {
  const evidence = readEvidence(folder, anchor);
  const total = { stored: 0, unchanged: 0 };
  for (const kind of KINDS) {
    for (let from = 0; from < evidence[kind].length; from += BATCH) {
      const batch = evidence[kind].slice(from, from + BATCH);
      const items = batch.map(({ item }) => item);
      const answer = await post(baseUrl, token, kind.toLowerCase(), items);
      refuseRejected(batch, answer);
      total.stored += answer.stored;
      total.unchanged += answer.unchanged;
    }
  }
  return total;
}

/** Most of the sample is history, so all of it is loaded as such; coverage always is. */
async function post(baseUrl, token, kind, items) {
  const isCoverage = kind === 'coverage';
  const url = `${baseUrl}/api/autonomy/v1/${isCoverage ? kind : 'backfill'}`;
  const body = { [isCoverage ? 'items' : kind]: items };
  const response = await fetchAlone(url, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) {
    throw new Failure(`POST ${url} answered ${response.status}: ${text}`);
  }
  return JSON.parse(text);
}

function refuseRejected(batch, { results }) {
  const rejected = results.filter(({ status }) => status === 'rejected');
  if (rejected.length > 0) {
    const lines = rejected.map(
      ({ index, error }) =>
        `  ${batch[index].origin}, field '${error.field}': ${error.message}`,
    );
    throw new Failure(
      `The sample evidence was not accepted:\n${lines.join('\n')}`,
    );
  }
}
